package io.passport.emulators.tencentcloud;

import io.passport.emulators.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** A request to API 3.0: {@code POST /} with {@code X-TC-Action}. */
public final class TencentApiRequest {

    private static final Duration VALIDITY = Duration.ofMinutes(5);

    private final Request request;

    /** Wraps this request. */
    public TencentApiRequest(Request request) {
        this.request = request;
    }

    /**
     * Whether the request is for a service, by its action or by the service's name in the credential scope. So the service
     * itself rejects unknown actions. The name alone is not enough: the SDK uses the endpoint up to its first dot, here
     * {@code 127}.
     */
    public boolean isFor(String service, String action) {
        return request.matches("POST", "/")
                && request.header("X-TC-Action")
                        .filter(name -> name.equals(action) || isInScope(service))
                        .isPresent();
    }

    private boolean isInScope(String service) {
        return Authorization.of(request)
                .filter(authorization -> authorization.service().equals(service))
                .isPresent();
    }

    /** Checks the signature and the timestamp, which may differ from now by five minutes. Fails with the first error. */
    public void requireSignatureOf(TencentCredential credential) throws TencentApiException {
        Authorization authorization = Authorization.of(request)
                .orElseThrow(() -> new TencentApiException(
                        "AuthFailure.InvalidAuthorization", "The Authorization header is missing or malformed."));
        requireHeadersSigned(authorization);
        String timestamp = freshTimestamp(authorization);
        TencentApiException.unless(
                authorization.secretId().equals(credential.secretId()),
                "AuthFailure.SecretIdNotFound",
                "The SecretId is not found.");
        byte[] expected = Signature.of(request, authorization, timestamp, credential.secretKey())
                .getBytes(StandardCharsets.UTF_8);
        TencentApiException.unless(
                MessageDigest.isEqual(expected, authorization.signature().getBytes(StandardCharsets.UTF_8)),
                "AuthFailure.SignatureFailure",
                "The provided credentials could not be validated. Please check your signature is correct.");
    }

    private static void requireHeadersSigned(Authorization authorization) throws TencentApiException {
        TencentApiException.unless(
                authorization.signedHeaders().containsAll(List.of("content-type", "host")),
                "AuthFailure.InvalidAuthorization",
                "SignedHeaders must have content-type and host.");
    }

    private String freshTimestamp(Authorization authorization) throws TencentApiException {
        String timestamp = required("X-TC-Timestamp");
        TencentApiException.unless(
                timestamp.matches("\\d{1,12}"), "InvalidParameter", "X-TC-Timestamp is not a UNIX timestamp.");
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        TencentApiException.unless(
                Duration.between(sent, Instant.now()).abs().compareTo(VALIDITY) <= 0,
                "AuthFailure.SignatureExpire",
                "The difference between X-TC-Timestamp and the server's time is over five minutes.");
        TencentApiException.unless(
                LocalDate.ofInstant(sent, ZoneOffset.UTC).toString().equals(authorization.date()),
                "AuthFailure.SignatureFailure",
                "The date of the credential scope is not that of X-TC-Timestamp.");
        return timestamp;
    }

    /** Checks action, version and content type. */
    public void requireAction(String action, String version) throws TencentApiException {
        TencentApiException.unless(
                required("X-TC-Action").equals(action), "InvalidAction", "The action is invalid or not found.");
        TencentApiException.unless(
                required("X-TC-Version").equals(version), "NoSuchVersion", "The version of the API does not exist.");
        TencentApiException.unless(
                request.mediaType().equals("application/json"),
                "UnsupportedProtocol",
                "Content-Type must be application/json.");
    }

    private String required(String header) throws TencentApiException {
        return request.header(header)
                .orElseThrow(
                        () -> new TencentApiException("MissingParameter", "The header " + header + " is missing."));
    }
}
