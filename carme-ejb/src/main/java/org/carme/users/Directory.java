package org.carme.users;

import com.unboundid.ldap.sdk.BindRequest;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;

/**
 * A way into a directory, embedded or remote.
 *
 * @param search reads with the portal's own rights
 * @param passwords checks a password without changing what {@code search} may do
 */
record Directory(LDAPInterface search, PasswordCheck passwords) implements AutoCloseable {
    /** Checks one password. */
    interface PasswordCheck extends AutoCloseable {
        /** @throws LDAPException if the directory refuses it or does not answer */
        void bind(BindRequest request) throws LDAPException;

        @Override
        void close();
    }

    @Override
    public void close() {
        passwords.close();
    }
}
