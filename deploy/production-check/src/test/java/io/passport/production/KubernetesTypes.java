package io.passport.production;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;

/** Parses manifests to fabric8's types, which are generated from Kubernetes' API. */
final class KubernetesTypes {
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .annotationIntrospector(new RejectUnknownProperties())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private KubernetesTypes() {}

    /**
     * One resource.
     *
     * @throws IllegalArgumentException when a property or the type is unknown; the message has the path
     */
    static HasMetadata parse(ObjectNode manifest) {
        try {
            KubernetesResource resource = STRICT.treeToValue(manifest, KubernetesResource.class);
            if (resource instanceof HasMetadata known
                    && !resource.getClass().getSimpleName().startsWith("Generic")) {
                return known;
            }
            throw new IllegalArgumentException("No such type: " + manifest.path("kind"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Makes unknown properties an error. By default fabric8's types collect them, and a misspelt field is not noticed. */
    private static final class RejectUnknownProperties extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }
}
