package io.passport.emulators.tencentcloud;

import io.passport.emulators.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/** Signature method v3, TC3-HMAC-SHA256 (cloud.tencent.com/document/api/306/57449), for {@code POST /}. */
final class Signature {

    private Signature() {}

    static String of(Request request, Authorization authorization, String timestamp, String secretKey) {
        String toSign = "TC3-HMAC-SHA256\n" + timestamp + "\n" + authorization.scope() + "\n"
                + DigestUtils.sha256Hex(canonical(request, authorization));
        byte[] dateKey =
                hmac(("TC3" + secretKey).getBytes(StandardCharsets.UTF_8)).hmac(authorization.date());
        byte[] serviceKey = hmac(dateKey).hmac(authorization.service());
        return hmac(hmac(serviceKey).hmac("tc3_request")).hmacHex(toSign);
    }

    private static String canonical(Request request, Authorization authorization) {
        String headers = authorization.signedHeaders().stream()
                .map(name -> name + ":" + canonicalValue(request, name) + "\n")
                .collect(Collectors.joining());
        return "POST\n/\n\n" + headers + "\n" + String.join(";", authorization.signedHeaders()) + "\n"
                + DigestUtils.sha256Hex(request.body());
    }

    private static String canonicalValue(Request request, String name) {
        return request.header(name).orElse("").strip().toLowerCase(Locale.ROOT);
    }

    private static HmacUtils hmac(byte[] key) {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key);
    }
}
