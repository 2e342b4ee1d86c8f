package io.latchkey.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.latchkey.events.testing.OpenApi;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Holds a service's OpenAPI document to its resources. */
public final class OpenApiContract {

    private OpenApiContract() {}

    /** The document of the service under test. */
    public static OpenApi document() {
        return OpenApi.at("/META-INF/resources/openapi.yaml");
    }

    /**
     * Checks that the document is whole and describes exactly what the code answers to.
     *
     * @param base the service's package, for example {@code io.latchkey.ingest}
     */
    public static void check(String base) {
        assertThat(document().faults()).as("faults of openapi.yaml").isEmpty();
        assertThat(document().operations())
                .as("openapi.yaml against the resources of %s: describe what was added, drop what is gone", base)
                .isEqualTo(operationsOf(base));
    }

    private static Set<String> operationsOf(String base) {
        Set<String> operations = new TreeSet<>();
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(base, "io.latchkey.kit").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .forEach(type -> Stream.of(type.reflect().getDeclaredMethods())
                                .forEach(method -> add(operations, type.reflect(), method)));
        return operations;
    }

    private static void add(Set<String> operations, Class<?> resource, Method method) {
        String below = method.isAnnotationPresent(Path.class)
                ? method.getAnnotation(Path.class).value()
                : "";
        Stream.of(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .forEach(verb -> operations.add(
                        verb.value() + " " + resource.getAnnotation(Path.class).value() + below));
    }
}
