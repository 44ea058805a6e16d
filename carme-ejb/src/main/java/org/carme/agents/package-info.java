/**
 * The portal's side of the job agents: what a job's script starts on its nodes, how an agent proves itself, what it may
 * say, and where the gateway finds a job's services. Everything an agent reports is a claim of the job's user: whether a
 * job runs, where and whose it is, the scheduler alone is asked.
 */
package org.carme.agents;
