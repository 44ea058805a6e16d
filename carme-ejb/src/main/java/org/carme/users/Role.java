package org.carme.users;

/** What somebody may do beyond his own jobs; given by LDAP groups. */
public enum Role {
    USER,
    IMAGE_MANAGER,
    ADMIN
}
