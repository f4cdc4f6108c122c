package io.passport.nacos;

import com.alibaba.nacos.NacosServerBasicApplication;
import com.alibaba.nacos.NacosServerWebApplication;
import com.alibaba.nacos.core.listener.startup.NacosStartUp;
import com.alibaba.nacos.core.listener.startup.NacosStartUpManager;
import com.alibaba.nacos.sys.env.DeploymentType;
import com.alibaba.nacos.sys.env.EnvUtil;
import java.nio.file.Path;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Starts Nacos 3.1 in this JVM in the same way as its {@code NacosBootstrap} starts a server without a console.
 *
 * <p>Its HTTP port is {@code PASSPORT_NACOS_PORT} (default 18848); gRPC listens on that port + 1000 and + 1001, Raft on
 * that port − 1000. It is ready when {@code GET /nacos/v3/admin/core/state/readiness} answers 200. Data and Nacos's
 * logs are written below the system property {@code nacos.home}.
 */
public final class NacosStandalone {
    private NacosStandalone() {}

    /**
     * Runs until the process is stopped.
     *
     * @param args passed to Spring Boot
     */
    public static void main(String[] args) {
        keepToLoopback();
        keepToHome();
        EnvUtil.setDeploymentType(DeploymentType.SERVER);
        SmallRaftLog.register();
        NacosStartUpManager.start(NacosStartUp.CORE_START_UP_PHASE);
        var core = new SpringApplicationBuilder(NacosServerBasicApplication.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .run(args);
        NacosStartUpManager.start(NacosStartUp.WEB_START_UP_PHASE);
        new SpringApplicationBuilder(NacosServerWebApplication.class)
                .parent(core)
                .bannerMode(Banner.Mode.OFF)
                .run(args);
    }

    /** Nacos reads these from system properties before Spring has an environment. */
    private static void keepToLoopback() {
        System.setProperty("nacos.standalone", "true");
        System.setProperty("nacos.server.ip", "127.0.0.1");
        System.setProperty("nacos.remote.grpc.listen.ip", "127.0.0.1");
    }

    /** By default Nacos, its client and its database write below the user's home and the working directory. */
    private static void keepToHome() {
        var logs = Path.of(EnvUtil.getNacosHome(), "logs");
        System.setProperty("nacos.logs.path", logs.toString());
        System.setProperty("JM.LOG.PATH", logs.toString());
        System.setProperty("derby.stream.error.file", logs.resolve("derby.log").toString());
        System.setProperty("logging.config", "classpath:logback-console.xml");
    }
}
