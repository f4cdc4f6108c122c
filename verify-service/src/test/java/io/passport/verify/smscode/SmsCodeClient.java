package io.passport.verify.smscode;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.passport.testing.internalcall.SignedCalls;
import io.passport.testing.internalcall.TestResponse;
import io.passport.testing.server.RealRedis;
import java.util.UUID;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A client with a user: gets an image code, reads it and asks for an SMS code. */
final class SmsCodeClient {

    private final SignedCalls gateway;
    private final StringRedisTemplate redis;

    SmsCodeClient(SignedCalls gateway) {
        this(gateway, RealRedis.SHARED.template());
    }

    /** The user reads image codes from this Redis. */
    SmsCodeClient(SignedCalls gateway, StringRedisTemplate redis) {
        this.gateway = gateway;
        this.redis = redis;
    }

    /** Gets a new image code. */
    Shown picture() {
        UUID id = UUID.randomUUID();
        gateway.get("/api/v1.0/imagecode/" + id);
        return new Shown(id, redis.opsForValue().get("imagecode:" + id));
    }

    /** Asks for a code with a new image code and the right text. */
    TestResponse askFor(String mobile) {
        Shown shown = picture();
        return gateway.get("/api/v1.0/smscode/" + mobile + "?text=" + shown.text() + "&id=" + shown.id());
    }

    /** The digits of the message that the vendor received last. */
    static String lastCode(WireMockServer provider) {
        String order = provider.getAllServeEvents().getFirst().getRequest().getBodyAsString();
        return JsonMapper.shared().readTree(order).at("/datas/0").asString();
    }

    record Shown(UUID id, String text) {}
}
