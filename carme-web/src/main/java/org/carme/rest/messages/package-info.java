/** {@code /notifications}: what the caller was told. */
package org.carme.rest.messages;
