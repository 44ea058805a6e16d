/** What jobs see of the site's disks besides homes: folders of projects and scratch, by the classification of their project. */
package org.carme.storage;
