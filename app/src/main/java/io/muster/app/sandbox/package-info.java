/**
 * A stand-in for Slack, on loopback only: the workspace in which stories are tested, and the place
 * where a newcomer tries the app by hand. A bot that passes here must pass there, so wherever Slack
 * is known to refuse, this refuses, and wherever it is not known what Slack does, this does what is
 * worse for the bot.
 *
 * <pre>{@code
 * try (SlackSandbox sandbox = SlackSandbox.start(SandboxOptions.builder().manifest(file).build())) {
 *     startTheApp(sandbox.webApi(), sandbox.botToken(), sandbox.appToken()); // Socket Mode, or
 *     sandbox.deliverTo(URI.create("http://127.0.0.1:3000/slack/events")); // signed HTTP
 *     Person ana = sandbox.workspace().person("ana");
 *     Reply reply = ana.types(sandbox.workspace().channel("general"), "/hello there");
 *     assertThat(sandbox.violations()).isEmpty();
 * }
 * }</pre>
 *
 * <h2>What it keeps to</h2>
 *
 * <ul>
 *   <li><b>Web API</b>: tokens, scopes of the manifest, form and JSON arguments, error codes with
 *       their details, cursors that leave short pages, warnings; a sliding minute for each method,
 *       one post a second for each channel, 429 with {@code Retry-After}.
 *   <li><b>Block Kit</b>: every limit and every surface rule, no property that Slack does not know,
 *       pointers to the place; ids, {@code emoji} and {@code verbatim} are filled in, emoji are
 *       stored by name.
 *   <li><b>Conversations</b>: names, membership, privacy, archiving, topics, invitations with their
 *       partial failures; a private channel does not exist for those outside. A {@code ts} is
 *       unique within its channel and nowhere else.
 *   <li><b>Deliveries</b>: signed one-line bodies or Socket Mode envelopes, three seconds for an
 *       answer, events again at once, after one and after five minutes, {@code x-slack-no-retry},
 *       redirects, thirty thousand an hour. Payloads carry the fields that Slack's carry.
 *   <li><b>Interaction</b>: triggers of three seconds and one use, stacks of three modals, hashes,
 *       external ids, typed values that survive an update, {@code response_action} and {@code
 *       response_url} with their rules. What the client checks by itself never reaches the app.
 *   <li><b>Who is notified</b>: decided by the text that is shown, at the moment of posting, among
 *       the members. What may or may not notify counts as a {@linkplain
 *       io.muster.app.sandbox.SlackSandbox#violations() violation}: mentions in code, mentions in
 *       the text but not in the blocks, raw {@code @here} in text that is not verbatim.
 * </ul>
 *
 * <h2>Time</h2>
 *
 * Every rule reads the clock of {@link io.muster.app.sandbox.SandboxOptions}: a test turns it by
 * hand and need not sleep. A clock that stands still keeps rate windows closed and answers in time
 * for ever; {@code patience} bounds the waiting in real time. Latency and the closing of a Socket
 * Mode link after its farewell are in real time.
 *
 * <h2>What it leaves out</h2>
 *
 * Several workspaces, Enterprise Grid, shared channels (people from elsewhere exist), direct
 * messages of more than two, installation by OAuth, token rotation, workflow steps, lists, search,
 * streaming, the detail panes of Work Objects, do-not-disturb, listing what is scheduled. Socket
 * Mode links do not grow old by themselves; {@link io.muster.app.sandbox.Faults} ends them.
 * Addresses in an app's text are not wrapped, nor is rich text made of it. A file that came through
 * a form is told by its id only.
 *
 * <h2>Numbers that are guesses</h2>
 *
 * An error code exists, a number is not published: see {@link io.muster.app.sandbox.state.Caps}
 * (pins, bookmarks, emoji under a message, bytes of metadata, members of a group), forty thousand
 * characters of blocks, three hundred calls a minute where Slack says "several hundred", no burst
 * on top of a tier, three thousand characters in an input. Unverified and taken at its worse: a bot
 * cannot bring an archived channel back, leaves a channel that is archived, and is not told that
 * somebody removed it from one.
 *
 * <h2>Rooms</h2>
 *
 * {@code json} and {@code text} read; {@code blockkit} and {@code manifest} judge; {@code state} is
 * the workspace behind one short lock; {@code limits} and {@code fault} stand before {@code
 * webapi}; {@code delivery} reaches the app; {@code client} is what Slack's own client does for a
 * person; {@code page} draws it. This package is the door to all of them and knows nothing of the
 * app.
 */
@NullMarked
package io.muster.app.sandbox;

import org.jspecify.annotations.NullMarked;
