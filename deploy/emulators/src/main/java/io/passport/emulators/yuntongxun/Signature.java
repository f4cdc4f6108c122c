package io.passport.emulators.yuntongxun;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The {@code sig} parameter: the upper-case MD5 of account sid, auth token and timestamp. */
final class Signature {

    private Signature() {}

    static boolean matches(String given, YuntongxunAccount account, String timestamp) {
        byte[] expected = of(account, timestamp).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8));
    }

    private static String of(YuntongxunAccount account, String timestamp) {
        byte[] signed = (account.sid() + account.token() + timestamp).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().withUpperCase().formatHex(md5().digest(signed));
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }
}
