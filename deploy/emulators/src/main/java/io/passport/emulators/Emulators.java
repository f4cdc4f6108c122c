package io.passport.emulators;

import io.passport.emulators.faults.FaultInjector;
import io.passport.emulators.faults.Faults;
import io.passport.emulators.faults.FaultsEndpoint;
import io.passport.emulators.faults.Provider;
import io.passport.emulators.http.Endpoint;
import io.passport.emulators.http.HttpServer;
import io.passport.emulators.http.SameOriginEndpoint;
import io.passport.emulators.idcheck.IdCheck;
import io.passport.emulators.inbox.InboxJson;
import io.passport.emulators.inbox.InboxPage;
import io.passport.emulators.qiniu.Bucket;
import io.passport.emulators.qiniu.DownloadEndpoint;
import io.passport.emulators.qiniu.Qiniu;
import io.passport.emulators.qiniu.QiniuAccount;
import io.passport.emulators.sms.Inbox;
import io.passport.emulators.sms.aliyun.AliyunSms;
import io.passport.emulators.sms.tencent.TencentSms;
import io.passport.emulators.sms.yuntongxun.YuntongxunSms;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All emulators in one process on one loopback port. Main ends with status 1 if the port is taken or the disk is unusable. */
public final class Emulators {
    private static final Logger LOG = LoggerFactory.getLogger(Emulators.class);

    private Emulators() {}

    /** Runs until the process ends; listens on {@code PASSPORT_EMULATORS_PORT}, by default 8090. */
    public static void main(String[] arguments) throws InterruptedException {
        String port = System.getenv().getOrDefault("PASSPORT_EMULATORS_PORT", "8090");
        try {
            HttpServer server = start(Integer.parseInt(port), System.getenv());
            LOG.info("The emulators are ready: http://localhost:{}", server.port());
        } catch (BindException | IllegalArgumentException e) {
            LOG.error("Cannot listen on port {}: {}; move it by PASSPORT_EMULATORS_PORT", port, e.getMessage());
            System.exit(1);
        } catch (IOException e) {
            LOG.error("Cannot keep objects under PASSPORT_HOME: {}", e.toString());
            System.exit(1);
        }
    }

    /**
     * Starts the emulators within this process.
     *
     * @param port 0 chooses a free one
     * @param environment like a process's environment: {@code PASSPORT_HOME} and the credentials, each with a default
     * @throws BindException if the port is taken
     * @throws IOException if objects cannot be stored under {@code PASSPORT_HOME}
     */
    public static HttpServer start(int port, Map<String, String> environment) throws IOException, InterruptedException {
        var inbox = new Inbox();
        var faults = new Faults();
        var qiniu = QiniuAccount.from(environment);
        var bucket =
                new Bucket(home(environment).resolve("data/emulators/qiniu").resolve(qiniu.bucket()));
        List<Provider> providers = List.of(
                new YuntongxunSms(environment, inbox),
                new AliyunSms(environment, inbox),
                new TencentSms(environment, inbox),
                new IdCheck(environment),
                new Qiniu(qiniu, bucket));

        List<Endpoint> endpoints = new ArrayList<>(List.of(
                new SameOriginEndpoint(new InboxPage(inbox)),
                new SameOriginEndpoint(new InboxJson(inbox)),
                new SameOriginEndpoint(new FaultsEndpoint(faults, providers))));
        providers.forEach(provider -> endpoints.add(new FaultInjector(provider, faults)));
        endpoints.add(new DownloadEndpoint(bucket));
        return HttpServer.start(port, endpoints);
    }

    private static Path home(Map<String, String> environment) {
        String home = environment.getOrDefault("PASSPORT_HOME", "");
        return home.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache", "passport") : Path.of(home);
    }
}
