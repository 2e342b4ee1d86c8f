package io.latchkey.decision.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The service's classes with one line changed, loaded apart from all others together with the histories that judge them. */
final class MutatedEngine extends ClassLoader {

    private static final String OURS = "io.latchkey.decision.";

    private final Map<String, byte[]> changed;

    private MutatedEngine(Map<String, byte[]> changed) {
        super(MutatedEngine.class.getClassLoader());
        this.changed = changed;
    }

    /** The first of so many seeds whose history tells a mutant from the engine. */
    static Optional<Long> firstSeed(Mutant mutant, int seeds) throws ReflectiveOperationException, IOException {
        Class<?> proof = new MutatedEngine(compiled(mutant)).loadClass(Proof.class.getName());
        return ((Optional<?>) proof.getMethod("firstSeed", int.class).invoke(null, seeds)).map(Long.class::cast);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known != null ? known : findClass(name);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try {
            byte[] bytes = changed.containsKey(name) ? changed.get(name) : asItIs(name);
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private byte[] asItIs(String name) throws IOException, ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            return in.readAllBytes();
        }
    }

    private static Map<String, byte[]> compiled(Mutant mutant) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                InMemory memory = new InMemory(files)) {
            boolean done = compiler.getTask(
                            complaints,
                            memory,
                            null,
                            List.of("-proc:none", "-nowarn", "-classpath", System.getProperty("java.class.path")),
                            null,
                            List.of(new Source(mutant.file(), mutated(mutant))))
                    .call();
            if (!done) {
                throw new IllegalStateException("the mutant '" + mutant + "' does not compile: " + complaints);
            }
            return memory.classes();
        }
    }

    private static String mutated(Mutant mutant) throws IOException {
        Path source = Path.of(System.getProperty("latchkey.root"))
                .resolve("lock-decision/src/main/java/io/latchkey/decision/domain")
                .resolve(mutant.file());
        String code = Files.readString(source);
        int first = code.indexOf(mutant.text());
        if (first < 0 || code.indexOf(mutant.text(), first + 1) >= 0) {
            throw new IllegalStateException("'" + mutant.text() + "' must stand in " + mutant.file() + " once");
        }
        return code.replace(mutant.text(), mutant.other());
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String code;

        Source(String file, String code) {
            super(URI.create("mutant:///io/latchkey/decision/domain/" + file), Kind.SOURCE);
            this.code = code;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
        }
    }

    /** Keeps what is compiled off the disk. */
    private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, ByteArrayOutputStream> written = new HashMap<>();

        InMemory(JavaFileManager files) {
            super(files);
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> classes = new HashMap<>();
            written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
            return classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("mutant:///" + className), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return written.computeIfAbsent(className, name -> new ByteArrayOutputStream());
                }
            };
        }
    }
}
