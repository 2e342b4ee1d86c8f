package io.latchkey.local;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A JVM that is going to be killed while a server runs under it. Says the server's process id first. */
final class StartsPostgresAndStays {

    private StartsPostgresAndStays() {}

    public static void main(String[] arguments) throws InterruptedException {
        LocalPostgres postgres = LocalPostgres.start(Path.of(arguments[0]));
        System.out.println(postgres.pid());
        new CountDownLatch(1).await();
    }
}
