/** {@code check-audit-log}: whether the chain of the audit log is whole. */
package org.carme.batch.audit;
