// The command line: which commands and options there are, what each takes, and what --help says of it.
#include <CLI/CLI.hpp>

#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <ostream>
#include <sstream>
#include <string>
#include <type_traits>

#include "command_list.h"
#include "commands.h"
#include "lessons/nearest.h"

namespace loopline::commands {
namespace {

// "from 1", "from 1 to 8"
template <class T>
std::string range_text(T first, std::optional<T> last) {
  std::ostringstream text;
  text << "from " << first;
  if (last) text << " to " << *last;
  return text.str();
}

CLI::Validator whole_number(std::int64_t first, std::optional<std::int64_t> last = std::nullopt) {
  const std::string wanted = "a whole number " + range_text(first, last);
  const auto check = [=](const std::string& word) -> std::string {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    const bool fits = error == std::errc() && end == word.data() + word.size();
    return fits && value >= first && (!last || value <= *last) ? "" : "It takes " + wanted + ", not '" + word + "'.";
  };
  return CLI::Validator(check, "");
}

CLI::Validator number(double first, std::optional<double> last = std::nullopt) {
  const std::string wanted = first > 0 || last ? "a number " + range_text(first, last) : "a number above 0";
  const auto check = [=](const std::string& word) -> std::string {
    double value = 0;
    const bool fits = CLI::detail::lexical_cast(word, value) && std::isfinite(value) &&
                      (first > 0 || last ? value >= first : value > 0);
    return fits && (!last || value <= *last) ? "" : "It takes " + wanted + ", not '" + word + "'.";
  };
  return CLI::Validator(check, "");
}

template <class T>
void add_choice(CLI::App& app, const std::string& name, std::optional<T>& target, std::map<std::string, T> choices,
                const std::string& help) {
  std::vector<std::string> words;
  words.reserve(choices.size());
  for (const auto& [word, value] : choices) words.push_back(word);
  app.add_option_function<std::string>(
         name, [&target, choices](const std::string& word) { target = choices.at(word); }, help)
      ->check(CLI::IsMember(words));
}

template <class T>
void add_number(CLI::App& app, const std::string& name, std::optional<T>& target, const std::string& unit,
                const std::string& help) {
  CLI::Option* option = app.add_option_function<T>(
      name, [&target](T value) { target = value; }, help);
  option->type_name(unit);
  if constexpr (std::is_floating_point_v<T>) {
    option->check(number(0));
  } else {
    option->check(whole_number(1));
  }
}

void add_what(CLI::App& app, What& what) {
  CLI::Option* scenario = app.add_option("--scenario", what.scenario, "The program with this name")->type_name("NAME");
  CLI::Option* block =
      app.add_option("--block", what.block, "The program with this number, from 1; see 'loopline blocks'")
          ->type_name("N")
          ->check(whole_number(1));
  scenario->excludes(block);
  app.add_flag("--with-earlier", what.with_earlier, "Run the blocks that the block builds on in front of it")
      ->needs(block);
  app.add_flag("--legacy", what.legacy, "Allow what Python 3.11 has dropped from asyncio");
}

void add_limits(CLI::App& app, LimitOptions& limits) {
  add_number(app, "--max-events", limits.events, "N", "Stop after so many recorded events");
  add_number(app, "--max-instructions", limits.instructions, "N", "Stop after so many steps of the machine");
  add_number(app, "--max-memory", limits.memory_mib, "MIB", "Stop when the script uses more memory");
  add_number(app, "--max-virtual-seconds", limits.virtual_seconds, "S", "Stop at this time of the script's clock");
  add_number(app, "--max-output", limits.output_bytes, "BYTES", "Stop when the script prints more");
  add_number(app, "--max-recursion", limits.recursion, "N", "RecursionError when more calls are nested");
  add_number(app, "--max-text", limits.text_bytes, "BYTES", "MemoryError when one text or list would be larger");
  add_number(app, "--max-integer-bits", limits.integer_bits, "N", "Stop when an integer would have more bits");
  add_number(app, "--max-regex-steps", limits.regex_steps, "N",
             "Stop when one search of a regular expression takes more");
}

// The commands' options, where the parser writes them.
struct AllOptions {
  std::vector<std::string> files;  ///< of the window
  LessonsOptions lessons;
  RunOptions run;
  BlocksOptions blocks;
  CheckOptions check;
  ExportOptions picture;
  ReplayOptions replay;
};

void add_lessons(CLI::App& root, LessonsOptions& options) {
  CLI::App& app = *root.add_subcommand("lessons", "The lessons that come with the program");
  app.add_flag("--json", options.json, "As JSON");
}

void add_run(CLI::App& root, RunOptions& options) {
  CLI::App& app = *root.add_subcommand("run", "Run a program, or all programs of a document, and print what it prints");
  app.add_option("FILE", options.file, "A lesson, document or script; or a lesson of 'loopline lessons'")->required();
  add_what(app, options.what);
  add_choice<trace::LogMode>(app, "--log", options.log,
                             {{"full", trace::LogMode::full}, {"stdout", trace::LogMode::printed}},
                             "Print the log of one program instead: JSON, a line an event");
  app.add_option("--record", options.record, "Write a recording")->type_name("OUT.loopline");
  app.add_flag("--force", options.force, "Replace the recording if it exists");
  add_choice<run::Detail>(app, "--detail", options.detail,
                          {{"full", run::Detail::full}, {"tasks", run::Detail::tasks}, {"off", run::Detail::off}},
                          "How much is recorded: lines and variables too, tasks only, or nothing");
  add_limits(app, options.limits);
}

void add_blocks(CLI::App& root, BlocksOptions& options) {
  CLI::App& app = *root.add_subcommand("blocks", "The code blocks of a document, and what running them comes to");
  app.add_option("FILE", options.file, "A lesson, document or script")->required();
  app.add_flag("--json", options.json, "As JSON");
}

void add_check(CLI::App& root, CheckOptions& options) {
  CLI::App& app = *root.add_subcommand("check", "What is wrong with lessons, documents and scripts; hints");
  app.add_option("FILE", options.files, "Lessons, documents, scripts")->required();
  app.add_flag("--json", options.json, "As JSON");
}

void add_export(CLI::App& root, ExportOptions& options) {
  CLI::App& app = *root.add_subcommand("export", "Draw the timelines of a document or a recording");
  app.add_option("FILE", options.file, "A lesson, document, script or recording")->required();
  app.add_option("-o,--output", options.output, "The picture")->type_name("OUT.(png|svg|pdf)")->required();
  add_what(app, options.what);
  app.add_option("--axis", options.axis, "How time is spread")
      ->check(CLI::IsMember({"time", "elastic", "steps"}))
      ->capture_default_str();
  app.add_option("--theme", options.theme, "Colours")
      ->check(CLI::IsMember({"light", "dark", "print"}))
      ->capture_default_str();
  app.add_option("--scale", options.scale, "Pixels of a .png for one of the window's")
      ->type_name("N")
      ->check(number(0.25, 8.0));
  app.add_option("--width", options.width, "How wide it is, before --scale")
      ->type_name("PX")
      ->check(whole_number(200, 20'000));
  app.add_option_function<std::uint64_t>(
         "--at", [&options](std::uint64_t event) { options.at = event; }, "Show the state after this event")
      ->type_name("N")
      ->check(whole_number(0));
  app.add_flag("--force", options.force, "Replace the picture if it exists");
}

void add_replay(CLI::App& root, ReplayOptions& options) {
  CLI::App& app = *root.add_subcommand("replay", "The state of a recorded run after an event");
  app.add_option("FILE", options.file, "A recording")->type_name("FILE.loopline")->required();
  app.add_option("--run", options.run, "Which run of the recording, from 1; the last one if not given")
      ->type_name("K")
      ->check(whole_number(1));
  app.add_option("--at", options.at, "The number of the event; 0 is the start")
      ->type_name("N")
      ->check(whole_number(0))
      ->required();
  app.add_flag("--json", options.json, "As JSON");
}

void describe(CLI::App& app, AllOptions& options) {
  app.set_version_flag("--version", "Loopline " LOOPLINE_VERSION);
  app.require_subcommand(0, 1);
  app.add_option("FILE", options.files, "Files to open: .md .markdown .rst .txt .py .loopline");
  add_lessons(app, options.lessons);
  add_run(app, options.run);
  add_blocks(app, options.blocks);
  add_check(app, options.check);
  add_export(app, options.picture);
  add_replay(app, options.replay);
  app.footer(
      "Without a command the window opens. 'loopline COMMAND --help' tells more.");  // the commands would inherit it
}

std::string used_command(const CLI::App& app) {
  const std::vector<CLI::App*> used = app.get_subcommands();
  return used.empty() ? std::string() : used.front()->get_name();
}

int perform(const std::string& command, const AllOptions& options, const Console& console, const Window& window) {
  if (command == "lessons") return lessons_command(options.lessons, console);
  if (command == "run") return run_command(options.run, console);
  if (command == "blocks") return blocks_command(options.blocks, console);
  if (command == "check") return check_command(options.check, console);
  if (command == "export") return export_command(options.picture, console, window);
  if (command == "replay") return replay_command(options.replay, console);
  return window_command(options.files, console, window);
}

// What was meant by an option that does not exist.
std::string suggestion(const CLI::App& app, const std::string& command) {
  const CLI::App& where = command.empty() ? app : *app.get_subcommand(command);
  std::vector<std::string> names;
  for (const CLI::Option* option : where.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  for (const std::string& unknown : app.remaining(true)) {
    if (unknown.starts_with("-")) return lessons::did_you_mean(unknown.substr(0, unknown.find('=')), names);
  }
  return {};
}

int tell_usage(const CLI::App& app, const CLI::ParseError& error, const Console& console) {
  const std::string command = used_command(app);
  std::string message = error.what();
  if (message.empty() || message.back() != '.') message += '.';
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) message += suggestion(app, command);
  return fail(console, message + " See 'loopline " + command + (command.empty() ? "" : " ") + "--help'.");
}

}  // namespace

int run_command_line(int argc, const char* const* argv, const Console& console, const Window& window) {
  CLI::App app("See an event loop: replayable timelines of Python's asyncio.", "loopline");
  AllOptions options;
  describe(app, options);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success&) {  // --help or --version
    console.out << (app["--version"]->count() > 0 ? app.version() + "\n" : app.help());
    return status_ok;
  } catch (const CLI::ParseError& error) {
    return tell_usage(app, error, console);
  }
  const std::string command = used_command(app);
  if (!command.empty() && !options.files.empty()) {
    return fail(console, "'" + options.files.front() + "' stands before the command '" + command +
                             "'; files and options come after it.");
  }
  int status = perform(command, options, console, window);
  console.out.flush();
  if (!console.out) return fail(console, "The output cannot be written; is the disk full?");
  return status;
}

}  // namespace loopline::commands
