/** What a job is given to work with on its nodes' own disks, and what it gives back. */
package org.carme.staging;
