package io.passport.emulators.sms.yuntongxun;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import org.apache.commons.codec.digest.DigestUtils;

/** The {@code sig} parameter: the upper-case MD5 of account sid, auth token and timestamp. */
final class Signature {

    private Signature() {}

    static boolean matches(String given, YuntongxunAccount account, String timestamp) {
        byte[] expected = of(account, timestamp).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8));
    }

    private static String of(YuntongxunAccount account, String timestamp) {
        return DigestUtils.md5Hex(account.sid() + account.token() + timestamp).toUpperCase(Locale.ROOT);
    }
}
