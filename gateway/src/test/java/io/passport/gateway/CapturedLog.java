package io.passport.gateway;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** What is logged during one test, by a logger and those below it. */
public final class CapturedLog implements BeforeEachCallback, AfterEachCallback {

    private final Logger logger;
    private final Queue<ILoggingEvent> events = new ConcurrentLinkedQueue<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            events.add(event);
        }
    };

    private CapturedLog(String logger) {
        this.logger = (Logger) LoggerFactory.getLogger(logger);
    }

    public static CapturedLog ofEverything() {
        return of(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    public static CapturedLog of(String logger) {
        return new CapturedLog(logger);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        events.clear();
        appender.start();
        logger.addAppender(appender);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        logger.detachAppender(appender);
    }

    /** Each message, preceded by its level and followed by its stack trace: {@code WARN A service is unavailable}. */
    public List<String> lines() {
        return events.stream()
                .map(event -> event.getLevel() + " " + event.getFormattedMessage()
                        + ThrowableProxyUtil.asString(event.getThrowableProxy()))
                .toList();
    }
}
