package io.passport.emulators.tencentcloud;

import io.passport.emulators.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signature method v3, TC3-HMAC-SHA256 (cloud.tencent.com/document/api/306/57449), for {@code POST /}. */
final class Signature {

    private Signature() {}

    static String of(Request request, Authorization authorization, String timestamp, String secretKey) {
        String toSign = "TC3-HMAC-SHA256\n" + timestamp + "\n" + authorization.scope() + "\n"
                + hex(sha256(bytes(canonical(request, authorization))));
        byte[] dateKey = hmac(bytes("TC3" + secretKey), authorization.date());
        byte[] serviceKey = hmac(dateKey, authorization.service());
        return hex(hmac(hmac(serviceKey, "tc3_request"), toSign));
    }

    private static String canonical(Request request, Authorization authorization) {
        String headers = authorization.signedHeaders().stream()
                .map(name -> name + ":" + canonicalValue(request, name) + "\n")
                .collect(Collectors.joining());
        return "POST\n/\n\n" + headers + "\n" + String.join(";", authorization.signedHeaders()) + "\n"
                + hex(sha256(request.body()));
    }

    private static String canonicalValue(Request request, String name) {
        return request.header(name).orElse("").strip().toLowerCase(Locale.ROOT);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }
}
