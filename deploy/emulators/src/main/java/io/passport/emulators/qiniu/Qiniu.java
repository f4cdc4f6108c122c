package io.passport.emulators.qiniu;

import io.passport.emulators.faults.Provider;
import io.passport.emulators.http.Request;
import io.passport.emulators.http.Response;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Qiniu's uc, upload and rs hosts. A rejected request gets Qiniu's status and text; a failing disk gets 599. */
public final class Qiniu implements Provider {

    private static final Logger LOG = LoggerFactory.getLogger(Qiniu.class);

    private final RegionQuery regionQuery;
    private final UploadEndpoint upload;
    private final ObjectManagement management;

    /** Serves this account from this bucket. */
    public Qiniu(QiniuAccount account, Bucket bucket) {
        regionQuery = new RegionQuery(account);
        upload = new UploadEndpoint(account, bucket);
        management = new ObjectManagement(account, bucket);
    }

    @Override
    public String name() {
        return "qiniu";
    }

    @Override
    public Response failure(int status) {
        return withRequestId(Response.json(status, Map.of("error", "server is unavailable")));
    }

    @Override
    public boolean accepts(Request request) {
        return isUpload(request) || RegionQuery.accepts(request) || ObjectManagement.accepts(request);
    }

    private static boolean isUpload(Request request) {
        return request.matches("POST", "/") && request.mediaType().equals("multipart/form-data");
    }

    @Override
    public Response answer(Request request) {
        try {
            return withRequestId(dispatch(request));
        } catch (QiniuApiException e) {
            return withRequestId(e.response());
        } catch (IOException e) {
            LOG.error("The bucket's directory failed", e);
            return withRequestId(Response.json(599, Map.of("error", "internal server error")));
        }
    }

    private Response dispatch(Request request) throws QiniuApiException, IOException {
        if (isUpload(request)) {
            return upload.answer(request);
        }
        return RegionQuery.accepts(request) ? regionQuery.answer(request) : management.answer(request);
    }

    /** Without this header the SDK takes the response for that of a captive portal, and retries. */
    private static Response withRequestId(Response response) {
        byte[] id = new byte[12];
        ThreadLocalRandom.current().nextBytes(id);
        return response.with("X-Reqid", Base64.getUrlEncoder().encodeToString(id));
    }
}
