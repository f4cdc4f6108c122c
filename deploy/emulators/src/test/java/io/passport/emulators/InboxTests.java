package io.passport.emulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InboxTests {

    @RegisterExtension
    static final RunningEmulators emulators = new RunningEmulators();

    @Test
    void showWhenThereAreTwoSmsThenTheNewestIsFirst() throws Exception {
        send("13900000001", "111111");
        send("13900000001", "222222");
        send("13900000002", "333333");

        var inbox = emulators.inbox("13900000001");

        assertThat(inbox.valueStream().map(sms -> sms.get("code").asString())).containsExactly("222222", "111111");
        assertThat(Duration.between(Instant.parse(inbox.get(0).get("at").asString()), Instant.now()))
                .isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void showWhenNoMobileIsGivenThenAllAreShown() throws Exception {
        send("13900000003", "111111");
        send("13900000004", "222222");

        var mobiles = emulators.json(emulators.request("/inbox")).findValuesAsString("mobile");

        assertThat(mobiles).contains("13900000003", "13900000004");
    }

    @Test
    void showWhenThereAreMoreThanAThousandThenTheOldestAreRemoved() throws Exception {
        send("13900000005", "111111");
        for (int batch = 0; batch < 5; batch++) {
            var mobiles = new StringBuilder();
            for (int i = 0; i < 200; i++) {
                mobiles.append(i == 0 ? "" : ",").append(13_700_000_000L + batch * 200L + i);
            }
            send(mobiles.toString(), "222222");
        }

        assertThat(emulators.json(emulators.request("/inbox"))).hasSize(1000);
        assertThat(emulators.inbox("13900000005")).isEmpty();
    }

    @Test
    void showWhenAnSmsHasMarkupThenThePageShowsItAsText() throws Exception {
        send("13900000006", "<script>alert('&')</script>");

        var page = emulators.send(emulators.request("/"));

        assertThat(page.body())
                .contains("&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;")
                .doesNotContain("<script>alert");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).startsWith("default-src 'none'").contains("script-src 'sha256-"));
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    }

    private static void send(String mobile, String code) throws Exception {
        var call = TemplateSmsCall.to(mobile);
        emulators.send(call.withBody(call.body().replace("123456", code)).on(emulators));
    }
}
