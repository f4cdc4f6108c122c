package io.passport.emulators.idcheck;

import io.passport.emulators.faults.Provider;
import io.passport.emulators.faults.Target;
import io.passport.emulators.http.Request;
import io.passport.emulators.http.Response;
import io.passport.emulators.tencentcloud.TencentApiException;
import io.passport.emulators.tencentcloud.TencentApiRequest;
import io.passport.emulators.tencentcloud.TencentCredential;
import io.passport.emulators.tencentcloud.TencentResponse;
import java.util.Map;

/**
 * {@code IdCardVerification} of faceid (cloud.tencent.com/document/api/1007/33188). It knows nobody: whoever is well
 * formed is consistent, unless the name begins with 不符.
 */
public final class IdCheck implements Provider {

    private static final String ACTION = "IdCardVerification";

    private final TencentCredential credential;

    private IdCheck(TencentCredential credential) {
        this.credential = credential;
    }

    /** For the customer in {@code PASSPORT_IDCHECK_*}, else the one that the local profile has. */
    public static IdCheck from(Map<String, String> environment) {
        return new IdCheck(new TencentCredential(
                environment.getOrDefault("PASSPORT_IDCHECK_SECRET_ID", "local-only-idcheck-id"),
                environment.getOrDefault("PASSPORT_IDCHECK_SECRET_KEY", "local-only-idcheck-key")));
    }

    @Override
    public Target target() {
        return Target.IDCHECK;
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
            IdCheckResult verdict = IdCheckRequest.parse(request.body()).verdict();
            return TencentResponse.of(Map.of("Result", verdict.result(), "Description", verdict.description()));
        } catch (TencentApiException e) {
            return e.response();
        }
    }
}
