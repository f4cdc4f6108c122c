package io.passport.emulators.idcheck;

import io.passport.emulators.faults.Provider;
import io.passport.emulators.http.Request;
import io.passport.emulators.http.Response;
import io.passport.emulators.tencentcloud.TencentApiException;
import io.passport.emulators.tencentcloud.TencentApiRequest;
import io.passport.emulators.tencentcloud.TencentCredential;
import io.passport.emulators.tencentcloud.TencentResponse;
import java.util.Map;

/**
 * {@code IdCardVerification} of faceid (cloud.tencent.com/document/api/1007/33188). A well-formed name
 * and number are consistent, unless the name begins with 不符. A rejected request is answered with Tencent Cloud's error.
 */
public final class IdCheck implements Provider {

    private static final String ACTION = "IdCardVerification";

    private final TencentCredential credential;

    /** With the credential in {@code PASSPORT_IDCHECK_*}; by default that of the local profile. */
    public IdCheck(Map<String, String> environment) {
        credential = new TencentCredential(
                environment.getOrDefault("PASSPORT_IDCHECK_SECRET_ID", "local-only-idcheck-id"),
                environment.getOrDefault("PASSPORT_IDCHECK_SECRET_KEY", "local-only-idcheck-key"));
    }

    @Override
    public String name() {
        return "idcheck";
    }

    @Override
    public Response failure(int status) {
        return TencentResponse.failure(status);
    }

    @Override
    public boolean accepts(Request request) {
        return new TencentApiRequest(request).isFor("faceid", ACTION);
    }

    @Override
    public Response answer(Request request) {
        try {
            var call = new TencentApiRequest(request);
            call.requireSignatureOf(credential);
            call.requireAction(ACTION, "2018-03-01");
            IdCheckResult result = IdCheckRequest.parse(request.body()).check();
            return TencentResponse.of(Map.of("Result", result.result(), "Description", result.description()));
        } catch (TencentApiException e) {
            return e.response();
        }
    }
}
