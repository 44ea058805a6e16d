package org.carme.users;

import com.unboundid.ldap.sdk.BindRequest;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;

/**
 * A way into a directory, embedded or remote.
 *
 * @param search reads with the portal's own rights
 * @param passwords works as somebody else without changing what {@code search} may do
 */
record Directory(LDAPInterface search, Passwords passwords) implements AutoCloseable {
    /** What somebody who knows his password may do with it. */
    interface Passwords extends AutoCloseable {
        /** @throws LDAPException if the directory refuses it or does not answer */
        void bind(BindRequest request) throws LDAPException;

        /**
         * Changes the password with its owner's own rights.
         *
         * @throws LDAPException if the directory refuses the present or the next one, or does not answer
         */
        void change(String dn, String present, String next) throws LDAPException;

        @Override
        void close();
    }

    @Override
    public void close() {
        passwords.close();
    }
}
