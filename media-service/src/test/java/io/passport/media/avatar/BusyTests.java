package io.passport.media.avatar;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.passport.media.picture.Samples;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = {"passport.picture.at-once=1", "passport.picture.max-wait=1ms"})
class BusyTests extends UploadTest {

    @Test
    void refusesWhatItCannotDecodeSoonWhenManyComeAtOnce() throws Exception {
        byte[] picture = Samples.jpeg(3000, 3000);
        var answers = new ArrayList<Future<String>>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < 20; caller++) {
                answers.add(executor.submit(
                        () -> JsonPath.<String>read(upload(picture).body(), "$.errno")));
            }
        }
        var errnos = new ArrayList<String>();
        for (Future<String> answer : answers) {
            errnos.add(answer.get());
        }
        assertThat(errnos).contains("0", "4201").containsOnly("0", "4201");
    }
}
