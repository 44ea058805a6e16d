/**
 * What jobs use, as their agents measure it: claims of the jobs' own users, shown to them and to administrators, and a
 * base for nothing else. Accounting asks the scheduler.
 */
package org.carme.usage;
