package org.carme.messages;

/** Takes what somebody is told out of the portal, too, within the caller's transaction. */
public interface Forwarding {
    void told(String user, Message message);

    /** Takes what the site itself wants to be told. */
    void toldSite(Message message);
}
