package io.passport.emulators.qiniu;

import io.passport.emulators.http.Request;
import io.passport.emulators.http.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code GET /v2|v3|v4/query?ak=…&bucket=…} on the uc host. Tells the SDK which hosts to use for a bucket; here every host is
 * this emulator. The SDK's {@code AutoRegion} asks v3, its {@code ApiQueryRegion} v4, older SDKs v2. The port is the connection's
 * local port, because the SDK leaves the port out of the {@code Host} header.
 */
final class RegionQuery {

    private static final Set<String> PATHS = Set.of("/v2/query", "/v3/query", "/v4/query");
    private static final List<String> SERVICES = List.of("up", "io", "io_src", "rs", "rsf", "api", "uc");
    private static final int TTL_SECONDS = 86_400;

    private final QiniuAccount account;

    RegionQuery(QiniuAccount account) {
        this.account = account;
    }

    static boolean accepts(Request request) {
        return request.method().equals("GET") && PATHS.contains(request.path());
    }

    /** Fails for another account (612) or bucket (631). */
    Response answer(Request request) throws QiniuApiException {
        if (request.query("ak").filter(account.accessKey()::equals).isEmpty()) {
            throw new QiniuApiException(612, "app/accesskey is not found");
        }
        if (request.query("bucket").filter(account.bucket()::equals).isEmpty()) {
            throw QiniuApiException.noSuchBucket();
        }
        String host = "127.0.0.1:" + request.localPort();
        Object answer = switch (request.path()) {
            case "/v4/query" -> Map.of("hosts", List.of(region(Map.of("domains", List.of(host)))));
            case "/v3/query" -> Map.of("hosts", List.of(region(sourceAndAccelerated(host))));
            default -> region(sourceAndAccelerated(host));
        };
        return Response.json(200, answer);
    }

    private static Map<String, Object> sourceAndAccelerated(String host) {
        var hosts = Map.of("main", List.of(host));
        return Map.of("src", hosts, "acc", hosts);
    }

    private static Map<String, Object> region(Map<String, Object> hosts) {
        var region = new TreeMap<String, Object>(Map.of("region", "z0", "ttl", TTL_SECONDS));
        SERVICES.forEach(service -> region.put(service, hosts));
        return region;
    }
}
