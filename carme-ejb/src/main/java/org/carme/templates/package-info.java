/**
 * Resource templates: which LDAP group may use what; a group that has templates is a project by rule. A template points to accelerator types by the names that Slurm
 * gives them; how many exist and are free is read from the cluster, never typed.
 */
package org.carme.templates;
