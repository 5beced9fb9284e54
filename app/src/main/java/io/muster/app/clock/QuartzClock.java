package io.muster.app.clock;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDataMap;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Map;
import java.util.Properties;

/**
 * Every job and its rhythm on one page. Quartz only rings; what is due stands in the database, so
 * its store is in memory and there is nothing to keep in step.
 */
public final class QuartzClock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QuartzClock.class);
    private static final String WORK = "work";

    private final Scheduler scheduler;

    /**
     * Starts ringing: each second for the digest's turn, for what is due, for who is on duty and
     * for what is watched.
     *
     * @param watch asks the addresses whose turn has come, and returns at once
     */
    public QuartzClock(DueObligations due, DailyDigest digest, OnCallBell onCall, Runnable watch) {
        try {
            scheduler = new StdSchedulerFactory(properties()).getScheduler();
            everySecond(
                    "due-obligations",
                    () -> {
                        // First, for after a night without power it keeps what is owed by the
                        // digest from being asked for as well.
                        digest.knock();
                        due.knock();
                    });
            everySecond("health-watch", watch);
            everySecond("on-call", onCall::knock);
            scheduler.start();
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz does not start", e);
        }
    }

    /** Stops ringing and waits for what is being done. */
    @Override
    public void close() {
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException e) {
            LOG.warn("Quartz did not stop cleanly: {}", e.getMessage());
        }
    }

    private void everySecond(String name, Runnable work) throws SchedulerException {
        JobDetail job =
                JobBuilder.newJob(Ring.class)
                        .withIdentity(name)
                        .usingJobData(new JobDataMap(Map.of(WORK, work)))
                        .build();
        Trigger trigger =
                TriggerBuilder.newTrigger()
                        .withSchedule(
                                SimpleScheduleBuilder.repeatSecondlyForever()
                                        .withMisfireHandlingInstructionNextWithRemainingCount())
                        .build();
        scheduler.scheduleJob(job, trigger);
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("org.quartz.scheduler.instanceName", "muster-" + System.nanoTime());
        properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        properties.setProperty("org.quartz.threadPool.threadCount", "2");
        properties.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
        return properties;
    }

    /**
     * Runs the work that it was given; one ring at a time, and a failure does not stop the next.
     */
    @DisallowConcurrentExecution
    public static final class Ring implements Job {
        @Override
        public void execute(JobExecutionContext context) {
            try {
                if (context.getMergedJobDataMap().get(WORK) instanceof Runnable work) {
                    work.run();
                }
            } catch (RuntimeException e) {
                LOG.error(
                        "{} failed; it is tried again at the next ring",
                        context.getJobDetail().getKey(),
                        e);
            }
        }
    }
}
