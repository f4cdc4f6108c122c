package io.passport.emulators.qiniu;

import io.passport.emulators.faults.Provider;
import io.passport.emulators.faults.Target;
import io.passport.emulators.http.Request;
import io.passport.emulators.http.Response;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Qiniu's uc, upload and rs hosts in one. */
public final class Qiniu implements Provider {

    private static final Logger LOG = LoggerFactory.getLogger(Qiniu.class);

    private final RegionQuery regionQuery;
    private final Upload upload;
    private final Management management;

    /** Serves the owner of these keys from this bucket. */
    public Qiniu(Keys keys, Bucket bucket) {
        regionQuery = new RegionQuery(keys);
        upload = new Upload(keys, bucket);
        management = new Management(keys, bucket);
    }

    @Override
    public Target target() {
        return Target.QINIU;
    }

    @Override
    public Response failure(int status) {
        return identified(Response.json(status, Map.of("error", "server is unavailable")));
    }

    @Override
    public boolean accepts(Request request) {
        return isUpload(request) || RegionQuery.accepts(request) || Management.accepts(request);
    }

    private static boolean isUpload(Request request) {
        return request.is("POST", "/") && request.mediaType().equals("multipart/form-data");
    }

    @Override
    public Response answer(Request request) {
        try {
            return identified(dispatched(request));
        } catch (RefusedException e) {
            return identified(e.response());
        } catch (IOException e) {
            LOG.error("The bucket's directory failed", e);
            return identified(Response.json(599, Map.of("error", "internal server error")));
        }
    }

    private Response dispatched(Request request) throws RefusedException, IOException {
        if (isUpload(request)) {
            return upload.answer(request);
        }
        return RegionQuery.accepts(request) ? regionQuery.answer(request) : management.answer(request);
    }

    /** The SDK takes an answer without a request id for one of a captive portal, and tries again. */
    private static Response identified(Response response) {
        byte[] id = new byte[12];
        ThreadLocalRandom.current().nextBytes(id);
        return response.with("X-Reqid", Base64.getUrlEncoder().encodeToString(id));
    }
}
