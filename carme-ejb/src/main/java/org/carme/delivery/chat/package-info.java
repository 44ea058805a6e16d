/**
 * Letters into chats, through incoming webhooks as Mattermost and Slack have them. Users name the address, the portal
 * sends there: only hosts that the site names are ever asked.
 */
package org.carme.delivery.chat;
