/**
 * Keys and certificates of the portal's own: one certificate authority, sealed with the installation's secret. Job
 * agents trust this authority alone, and it vouches for nothing but agents, gateway and agent listener; the
 * certificates that browsers see are none of its business.
 */
package org.carme.agents.pki;
