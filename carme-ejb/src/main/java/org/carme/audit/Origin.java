package org.carme.audit;

/**
 * The address of the client for whom this thread works, so that services need not hand it on from call to call. The
 * edge sets it for the length of a request; threads without a request have none.
 */
public final class Origin {
    private static final ThreadLocal<String> ADDRESS = ThreadLocal.withInitial(() -> "");

    private Origin() {}

    /** Until {@link #clear} this thread works for that client. */
    public static void set(String address) {
        ADDRESS.set(address);
    }

    public static void clear() {
        ADDRESS.remove();
    }

    /** @return empty if it is not known */
    static String present() {
        return ADDRESS.get();
    }
}
