/**
 * Who a request comes from and what it may reach, decided before any page or resource sees it. The API never accepts
 * the session's cookie, pages never accept a token.
 */
package org.carme.web.security;
