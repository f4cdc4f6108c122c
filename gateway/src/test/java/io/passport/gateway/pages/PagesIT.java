package io.passport.gateway.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.gateway.GatewayIntegrationTest;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PagesIT extends GatewayIntegrationTest {

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"]*)\"");
    private static final Pattern IMPORT = Pattern.compile("from '\\./([\\w-]+\\.js)'");
    private static final Pattern INPUT = Pattern.compile("<input[^>]*>");

    @Test
    void requestWhenPathIsRootThenPageIsServed() throws Exception {
        HttpResponse<String> page = send(request("/").header("Accept", "text/html,*/*;q=0.8"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html");
        assertThat(page.body()).contains("<title>Passport</title>", "default-src 'self'");
    }

    @Test
    void pageWhenItHasPasswordFieldsThenTheyAreMaskedAndFillable() throws Exception {
        List<String> passwords = INPUT.matcher(send(request("/")).body())
                .results()
                .map(MatchResult::group)
                .filter(input -> input.contains("password"))
                .toList();
        assertThat(passwords)
                .hasSizeGreaterThan(1)
                .allMatch(input -> input.contains("type=\"password\""))
                .allMatch(input -> input.matches("(?s).*autocomplete=\"(current|new)-password\".*"))
                .noneMatch(input -> input.contains("maxlength"));
        for (String script : scripts()) {
            assertThat(send(request(script)).body()).as(script).doesNotContain("'paste'", "onpaste");
        }
    }

    @Test
    void scriptWhenItShowsAnswersThenItSetsTextOnly() throws Exception {
        assertThat(scripts()).contains("/passport.js", "/security.js", "/sms-fields.js");
        for (String script : scripts()) {
            assertThat(send(request(script)).body()).as(script).doesNotContain("HTML", "document.write", "eval(");
        }
        assertThat(send(request("/")).body()).doesNotContainPattern("\\son[a-z]+=");
    }

    @Test
    void pageWhenItHasLinksThenEachLeadsToSomething() throws Exception {
        List<String> links = LINK.matcher(send(request("/")).body())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(links).contains("/passport.js", "/passport.css", "/inbox", "/docs");
        for (String link : links) {
            assertThat(send(request(link)).statusCode()).as(link).isIn(200, 302, 307);
        }
    }

    @Test
    void inboxWhenRequestedThenRedirectsToEmulators() throws Exception {
        assertThat(send(request("/inbox")).headers().firstValue("Location")).hasValue("http://localhost:8090/");
    }

    /** The page's script, and what that imports. */
    private Set<String> scripts() throws Exception {
        Set<String> found = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of("/passport.js"));
        while (!open.isEmpty()) {
            String script = open.remove();
            if (found.add(script)) {
                HttpResponse<String> answer = send(request(script));
                assertThat(answer.statusCode()).as(script).isEqualTo(200);
                IMPORT.matcher(answer.body()).results().forEach(imported -> open.add("/" + imported.group(1)));
            }
        }
        return found;
    }
}
