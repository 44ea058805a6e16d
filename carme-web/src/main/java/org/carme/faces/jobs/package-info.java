/** One job: what it has, what it uses, what it says. */
package org.carme.faces.jobs;
