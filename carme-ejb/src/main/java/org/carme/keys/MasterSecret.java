package org.carme.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The installation's one secret, from which every other is derived or with which it is sealed. It never leaves the
 * process: a database or a backup alone gives nobody the authority's key or a service's secret.
 */
public final class MasterSecret {
    /** The configuration key that names the file in which it is kept. */
    public static final String FILE_KEY = "carme.secret.file";

    /** Bytes of a secret. */
    public static final int LENGTH = 32;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;

    private final byte[] secret;

    /** @param secret 32 random bytes */
    public MasterSecret(byte[] secret) {
        if (secret.length != LENGTH) {
            throw new IllegalArgumentException("A master secret has " + LENGTH + " bytes");
        }
        this.secret = secret.clone();
    }

    /**
     * A key for one purpose: HKDF-Expand of RFC 5869, one block.
     *
     * @param context what else the key depends on, in order; without NUL
     */
    public byte[] derive(String purpose, String... context) {
        StringBuilder text = new StringBuilder(purpose);
        for (String part : context) {
            text.append('\0').append(part);
        }
        byte[] info = text.append('\1').toString().getBytes(StandardCharsets.UTF_8);
        if (text.chars().filter(c -> c == '\0').count() != context.length) {
            throw new IllegalArgumentException("NUL in what a key depends on");
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(info);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Encrypts for {@link #open}, by the same installation and for the same purpose. */
    public byte[] seal(String purpose, byte[] plain) {
        byte[] nonce = new byte[NONCE_LENGTH];
        RANDOM.nextBytes(nonce);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, purpose, nonce).doFinal(plain);
            byte[] sealed = Arrays.copyOf(nonce, NONCE_LENGTH + encrypted.length);
            System.arraycopy(encrypted, 0, sealed, NONCE_LENGTH, encrypted.length);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws AEADBadTagException if it was sealed with another secret or for another purpose, or changed since */
    public byte[] open(String purpose, byte[] sealed) throws AEADBadTagException {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_LENGTH);
        try {
            return cipher(Cipher.DECRYPT_MODE, purpose, nonce)
                    .doFinal(sealed, NONCE_LENGTH, sealed.length - NONCE_LENGTH);
        } catch (AEADBadTagException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, String purpose, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        SecretKeySpec key = new SecretKeySpec(derive("seal", purpose), "AES");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
