package io.passport.emulators;

import io.passport.emulators.faults.Faults;
import io.passport.emulators.faults.FaultsEndpoint;
import io.passport.emulators.faults.Faulty;
import io.passport.emulators.http.Endpoint;
import io.passport.emulators.http.HttpServer;
import io.passport.emulators.http.LocalOnly;
import io.passport.emulators.inbox.Inbox;
import io.passport.emulators.inbox.InboxJson;
import io.passport.emulators.inbox.InboxPage;
import io.passport.emulators.yuntongxun.Account;
import io.passport.emulators.yuntongxun.Yuntongxun;
import java.net.BindException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All provider emulators in one small process on one port. */
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
        }
    }

    static HttpServer start(int port, Map<String, String> environment) throws InterruptedException, BindException {
        return HttpServer.start(port, endpoints(environment));
    }

    private static List<Endpoint> endpoints(Map<String, String> environment) {
        var inbox = new Inbox();
        var faults = new Faults();
        return List.of(
                new LocalOnly(new InboxPage(inbox)),
                new LocalOnly(new InboxJson(inbox)),
                new LocalOnly(new FaultsEndpoint(faults)),
                new Faulty(new Yuntongxun(Account.from(environment), inbox), faults));
    }
}
