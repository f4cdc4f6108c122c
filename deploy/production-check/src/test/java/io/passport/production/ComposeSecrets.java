package io.passport.production;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks that each secret is a file of the same name that a container uses, and that no secret is in the compose file. */
final class ComposeSecrets {
    private static final Pattern SECRET_NAME = Pattern.compile(".*(PASSWORD|SECRET|TOKEN|CREDENTIAL|IDENTITY_VALUE).*");

    /** A path of a secret file, or a placeholder that the container resolves. */
    private static final Pattern ELSEWHERE = Pattern.compile("/run/secrets/.+|\\$\\$\\{.+}");

    private ComposeSecrets() {}

    static Stream<String> findings(ComposeFile compose) {
        Set<String> used = compose.containers()
                .flatMap(entry -> ComposeFile.texts(entry.getValue().path("secrets")).stream())
                .collect(Collectors.toCollection(HashSet::new));
        Stream<String> unused = compose.root().path("secrets").properties().stream()
                .filter(secret -> !used.remove(secret.getKey()))
                .map(secret -> "unused secret: " + secret.getKey())
                .toList()
                .stream();
        Stream<String> undefined = used.stream().map(secret -> "there is no secret " + secret);
        Stream<String> elsewhere = compose.root().path("secrets").properties().stream()
                .filter(secret -> !secret.getValue().path("file").asText().equals("secrets/" + secret.getKey()))
                .map(secret -> "the secret " + secret.getKey() + " is no file of that name");
        return Stream.of(unused, undefined, elsewhere, written(compose)).flatMap(findings -> findings);
    }

    private static Stream<String> written(ComposeFile compose) {
        return compose.containers()
                .flatMap(entry -> entry.getValue().path("environment").properties().stream()
                        .filter(ComposeSecrets::isWritten)
                        .map(variable -> entry.getKey() + " has a secret written in " + variable.getKey()));
    }

    private static boolean isWritten(Map.Entry<String, JsonNode> variable) {
        String value = variable.getValue().asText();
        boolean secret = SECRET_NAME.matcher(variable.getKey()).matches();
        return value.contains("local-only-")
                || (secret && !ELSEWHERE.matcher(value).matches());
    }
}
