package io.passport.emulators.aliyun;

import io.passport.emulators.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signature V3, ACS3-HMAC-SHA256 (help.aliyun.com/zh/sdk/product-overview/v3-request-structure-and-signature). */
final class Signature {

    private Signature() {}

    static String stringToSign(Request request, Authorization authorization) {
        return "ACS3-HMAC-SHA256\n" + sha256(bytes(canonical(request, authorization)));
    }

    private static String canonical(Request request, Authorization authorization) {
        String headers = authorization.signedHeaders().stream()
                .map(name -> name + ":" + request.header(name).orElse("").strip() + "\n")
                .collect(Collectors.joining());
        return String.join(
                "\n",
                request.method(),
                request.target().split("\\?", 2)[0],
                CanonicalQuery.canonical(request),
                headers,
                String.join(";", authorization.signedHeaders()),
                sha256(request.body()));
    }

    static String of(String stringToSign, String accessKeySecret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(accessKeySecret), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(bytes(stringToSign)));
        } catch (GeneralSecurityException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
