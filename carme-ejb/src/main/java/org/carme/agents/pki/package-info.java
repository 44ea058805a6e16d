/**
 * Keys and certificates of the portal's own: one secret per installation, one certificate authority sealed with it. Job
 * agents trust this authority alone, and it vouches for nothing but agents, gateway and agent listener; the
 * certificates that browsers see are none of its business.
 */
package org.carme.agents.pki;
