package io.passport.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** Compares {@code deploy/SETTINGS.md} with the metadata that Spring Boot's annotation processor writes for each module. */
class SettingsPageTests {

    private static final String METADATA = "target/classes/META-INF/spring-configuration-metadata.json";
    private static final Pattern ROW = Pattern.compile("\\| (`.*`) \\| (.*?) \\| .* \\|");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    @ParameterizedTest
    @ValueSource(strings = {"common", "gateway", "user-service", "verify-service", "media-service"})
    void rowWhenTheModuleHasASettingThenThePageNamesItWithItsDefault(String module) throws IOException {
        assertThat(differences(page(), defaults(Sources.path(module)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"passport.sign-in.max-concurrent", "passport.sign-in.dormant-after"})
    void rowWhenItIsMissingOrHasAnotherDefaultThenADifferenceIsFound(String setting) throws IOException {
        Map<String, String> settings = defaults(Sources.path("user-service"));
        Map<String, String> without = new TreeMap<>(page());
        without.remove(setting);
        Map<String, String> changed = new TreeMap<>(page());
        changed.put(setting, "1");

        assertThat(differences(without, settings)).hasSize(1);
        assertThat(differences(changed, settings)).hasSize(1);
    }

    private static List<String> differences(Map<String, String> page, Map<String, String> settings) {
        return settings.entrySet().stream()
                .filter(setting -> !isOn(page, setting.getKey(), setting.getValue()))
                .map(setting -> setting.getKey() + " = " + setting.getValue())
                .toList();
    }

    /** A map is on the page with a place holder for its keys: {@code passport.personal-data.keys.<id>}. */
    private static boolean isOn(Map<String, String> page, String name, String value) {
        if (value.isEmpty()) {
            return page.containsKey(name) || page.keySet().stream().anyMatch(row -> row.startsWith(name + ".<"));
        }
        return value.equals(page.get(name));
    }

    /** The defaults on the page by setting; a row may name several settings, which share their prefix. */
    private static Map<String, String> page() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        for (String line : Files.readAllLines(Sources.path("deploy/SETTINGS.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                String first = null;
                Matcher name = NAME.matcher(row.group(1));
                while (name.find()) {
                    first = first == null ? name.group(1) : first;
                    rows.put(full(first, name.group(1)), row.group(2));
                }
            }
        }
        return rows;
    }

    private static String full(String first, String name) {
        return name.startsWith(".") ? first.substring(0, first.lastIndexOf('.')) + name : name;
    }

    /** The defaults by setting, empty for a setting without one. The file is JSON; only its escaped slash is not YAML 1.1. */
    private static Map<String, String> defaults(Path module) throws IOException {
        String json = Files.readString(module.resolve(METADATA)).replace("\\/", "/");
        Map<String, List<Map<String, Object>>> metadata = new Yaml().load(json);
        return metadata.get("properties").stream()
                .filter(property -> property.get("name").toString().startsWith("passport."))
                .collect(Collectors.toMap(
                        property -> property.get("name").toString(),
                        property -> text(property.get("defaultValue")),
                        (one, other) -> one,
                        TreeMap::new));
    }

    /** A list has brackets in the metadata. */
    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString().replaceAll("^\\[|]$", "");
    }
}
