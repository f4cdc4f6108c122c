package io.passport.emulators.sms.aliyun;

import io.passport.emulators.http.Request;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/** Signature V3, ACS3-HMAC-SHA256 (help.aliyun.com/zh/sdk/product-overview/v3-request-structure-and-signature). */
final class Signature {

    private Signature() {}

    static String stringToSign(Request request, Authorization authorization) {
        return "ACS3-HMAC-SHA256\n" + DigestUtils.sha256Hex(canonical(request, authorization));
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
                DigestUtils.sha256Hex(request.body()));
    }

    static String of(String stringToSign, String accessKeySecret) {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, accessKeySecret).hmacHex(stringToSign);
    }
}
