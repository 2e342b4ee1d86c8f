package io.latchkey.local.containers;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.testcontainers.containers.GenericContainer;

/**
 * One server as a container.
 *
 * @param name of the server, for messages
 * @param image what it is made from, for messages
 * @param container describes it; asked for only if there is none yet
 * @param readiness asks once, without waiting, whether a client may come
 */
record Blueprint(
        String name, String image, int port, Supplier<GenericContainer<?>> container, BooleanSupplier readiness) {}
