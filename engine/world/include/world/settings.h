// What the outside world of a run is like: hosts, commands, files, requests that come in, interrupts, mail, and what
// work costs. A run is a pure function of its program, these settings and its limits.
//
// Everything has a default with which code as tutorials write it just runs: every host answers, the usual commands are
// there, the working folder is empty, work takes no time. Durations are nanoseconds of the run's virtual clock; times
// count from the start of the run.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace loopline::world {

using Duration = std::chrono::nanoseconds;

/// Names and texts in the order in which they were written: headers, environment variables.
using Pairs = std::vector<std::pair<std::string, std::string>>;

/// How an exchange with a host goes wrong.
enum class Failure : std::uint8_t {
  none,
  unknown_host,  ///< the name is not known ("Name or service not known"), after the latency
  refused,       ///< nobody listens there, after the latency
  reset,         ///< connected, then "Connection reset by peer" after the latency
  timeout,       ///< never answers: the program's own time limit ends the wait, or nothing does
};

/// What a host answers. The first rule that matches a request counts; without one, or for what a rule leaves out, the
/// host answers as `default_latency` and the library of well-known sites say.
struct Host {
  /// A host ("example.com", "*.example.com", "localhost:8080") or a URL with or without scheme
  /// ("https://example.com/slow*"); `*` stands for any characters. Case matters in paths only.
  std::string match;
  std::string method;               ///< "GET"; empty: any
  std::optional<Duration> latency;  ///< until the first byte of the answer; unset: default_latency(url)
  std::optional<double> bandwidth;  ///< bytes a second at which bodies travel; unset: a body comes at once
  std::optional<int> status;        ///< unset: 200, or what a well-known site answers
  std::optional<std::string> body;  ///< unset: a page made up from the URL
  std::string content_type;         ///< empty: application/json if the body begins with { or [, else text/html
  Pairs headers;                    ///< besides Content-Type and Content-Length
  Failure failure = Failure::none;
  int times = 0;  ///< counts for so many requests only, then the next rule does (a failure that goes away); 0: always
  bool operator==(const Host&) const = default;
};

/// A command that the world knows besides the usual ones (echo, sleep, cat, ls, …), or in their place.
struct Command {
  /// The program's name ("ffmpeg", without folder), or a whole command line, words joined by blanks ("git status");
  /// `*` stands for any characters. The first one that matches counts.
  std::string match;
  std::string output;         ///< to stdout; its lines are spread evenly over the duration, the last at its end
  std::string errors;         ///< to stderr, at the end
  int exit_code = 0;          ///< negative: killed by that signal
  Duration duration{0};       ///< from start to end
  bool ignores_term = false;  ///< SIGTERM does not end it, only SIGKILL does
  bool operator==(const Command&) const = default;
};

/// A file at the start. Folders on the way to it exist.
struct File {
  std::string path;  ///< relative to the working folder, /home/user, or absolute
  std::string content;
  bool operator==(const File&) const = default;
};

/// A request that somebody sends to a server of the program: a Flask route, an aiohttp application, a socket that
/// listens. If nobody listens there at that time, it is refused, which the recording tells.
struct IncomingRequest {
  Duration at{0};  ///< when it is sent
  std::string method = "GET";
  std::string path = "/";  ///< with query: "/contact?name=Ada"
  int port = 0;            ///< 0: the port on which the program listened first, whatever it is
  Pairs headers;
  std::string body;
  int count = 1;      ///< so many times
  Duration every{0};  ///< apart from each other
  bool operator==(const IncomingRequest&) const = default;
};

/// A signal from outside: Ctrl-C and the like.
struct Interrupt {
  Duration at{0};
  int signal = 2;  ///< 2: SIGINT (Ctrl-C), 15: SIGTERM, 1: SIGHUP, 10: SIGUSR1, 12: SIGUSR2
  bool operator==(const Interrupt&) const = default;
};

/// The mail server, whatever its name: it takes mail on ports 25, 465, 587, 1025 and 2525 of every host that no rule
/// of `hosts` lets fail.
struct Mail {
  Duration connect = std::chrono::milliseconds(200);  ///< until it greets
  Duration latency = std::chrono::milliseconds(50);   ///< of each answer after that
  Duration deliver = std::chrono::seconds(1);         ///< of the answer to a message
  std::vector<std::string> refused;                   ///< addresses it does not know; `*` stands for any characters
  std::string user;                                   ///< with `password`: what login() must say; empty: anything goes
  std::string password;
  bool operator==(const Mail&) const = default;
};

/// What work costs in virtual time. Zero, the default: nothing. Steps and turns of uvloop cost the kUvloopIsFaster-th
/// part: libuv does in C what asyncio does in Python; the program's own lines cost the same.
struct Costs {
  static constexpr int kUvloopIsFaster = 4;
  Duration per_step{0};  ///< each step of a task and each callback
  Duration per_line{0};  ///< each line of the program
  Duration per_turn{0};  ///< each turn of a loop
  bool any() const noexcept { return per_step.count() != 0 || per_line.count() != 0 || per_turn.count() != 0; }
  bool operator==(const Costs&) const = default;
};

struct Settings {
  std::vector<Host> hosts;
  std::vector<Command> commands;
  std::vector<File> files;
  std::vector<IncomingRequest> requests;
  std::vector<Interrupt> interrupts;
  Mail mail;
  Costs costs;
  Pairs environment;                   ///< added to os.environ
  std::string input;                   ///< what stdin holds; empty by default
  std::vector<std::string> arguments;  ///< sys.argv[1:]
  bool operator==(const Settings&) const = default;
};

/// How long a host takes to answer when nothing says so: 0.10 s to 1.00 s in steps of 0.01 s, a fixed function of the
/// URL (without its fragment).
Duration default_latency(std::string_view url) noexcept;

/// Whether a text fits a pattern in which `*` stands for any characters, also none.
bool matches(std::string_view pattern, std::string_view text) noexcept;

}  // namespace loopline::world
