#include "world_directives.h"

#include <map>
#include <sstream>
#include <vector>

namespace loopline::world::testing {

namespace {

std::vector<std::string> split_words(std::string_view line) {
  std::vector<std::string> words;
  std::string word;
  char quote = 0;
  bool in_word = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == '\\' && i + 1 < line.size()) {
      word += line[++i] == 'n' ? '\n' : line[i];
    } else if (quote != 0) {
      if (c == quote) {
        quote = 0;
      } else {
        word += c;
      }
    } else if (c == '\'' || c == '"') {
      quote = c;
      in_word = true;
    } else if (c == ' ') {
      if (in_word) words.push_back(std::move(word));
      word.clear();
      in_word = false;
    } else {
      word += c;
      in_word = true;
    }
  }
  if (in_word) words.push_back(std::move(word));
  return words;
}

/// The fields of one line; each must be taken.
class Fields {
 public:
  explicit Fields(const std::vector<std::string>& words) {
    for (std::size_t i = 1; i < words.size(); ++i) {
      const std::size_t equals = words[i].find('=');
      const std::string key = words[i].substr(0, equals);
      const std::string value = equals == std::string::npos ? "" : words[i].substr(equals + 1);
      if (key == "header" || key == "variable") {
        const std::size_t colon = value.find(':');
        pairs.emplace_back(value.substr(0, colon), value.substr(value.find_first_not_of(' ', colon + 1)));
      } else {
        m_fields[key] = value;
      }
    }
  }
  bool take(const std::string& key, std::string& to) {
    const auto found = m_fields.find(key);
    if (found == m_fields.end()) return false;
    to = found->second;
    m_fields.erase(found);
    return true;
  }
  std::string text(const std::string& key, std::string fallback = {}) {
    take(key, fallback);
    return fallback;
  }
  int integer(const std::string& key, int fallback = 0) {
    std::string text;
    return take(key, text) ? std::stoi(text) : fallback;
  }
  Duration duration(const std::string& key, Duration fallback = Duration(0)) {
    std::string text;
    return take(key, text) ? Duration(static_cast<std::int64_t>(std::stod(text) * 1e9)) : fallback;
  }
  std::string rest() const { return m_fields.empty() ? "" : m_fields.begin()->first; }

  Pairs pairs;

 private:
  std::map<std::string, std::string> m_fields;
};

Failure failure_of(const std::string& name) {
  if (name == "unknown_host") return Failure::unknown_host;
  if (name == "refused") return Failure::refused;
  if (name == "reset") return Failure::reset;
  return name == "timeout" ? Failure::timeout : Failure::none;
}

Host host_of(Fields& fields) {
  Host host;
  host.match = fields.text("match");
  host.method = fields.text("method");
  std::string text;
  if (fields.take("latency", text)) host.latency = Duration(static_cast<std::int64_t>(std::stod(text) * 1e9));
  if (fields.take("bandwidth", text)) host.bandwidth = std::stod(text);
  if (fields.take("status", text)) host.status = std::stoi(text);
  if (fields.take("body", text)) host.body = text;
  host.content_type = fields.text("content_type");
  host.failure = failure_of(fields.text("failure"));
  host.times = fields.integer("times");
  host.headers = fields.pairs;
  return host;
}

Command command_of(Fields& fields) {
  Command command;
  command.match = fields.text("match");
  command.output = fields.text("output");
  command.errors = fields.text("errors");
  command.exit_code = fields.integer("exit_code");
  command.duration = fields.duration("duration");
  command.ignores_term = fields.integer("ignores_term") != 0;
  return command;
}

IncomingRequest request_of(Fields& fields) {
  IncomingRequest request;
  request.at = fields.duration("at");
  request.method = fields.text("method", "GET");
  request.path = fields.text("path", "/");
  request.port = fields.integer("port");
  request.body = fields.text("body");
  request.count = fields.integer("count", 1);
  request.every = fields.duration("every");
  request.headers = fields.pairs;
  return request;
}

bool add(Settings& settings, const std::string& what, Fields& fields) {
  if (what == "host") {
    settings.hosts.push_back(host_of(fields));
  } else if (what == "command") {
    settings.commands.push_back(command_of(fields));
  } else if (what == "file") {
    const std::string path = fields.text("path");
    settings.files.push_back({path, fields.text("content")});
  } else if (what == "request") {
    settings.requests.push_back(request_of(fields));
  } else if (what == "interrupt") {
    const Duration at = fields.duration("at");
    settings.interrupts.push_back({at, fields.integer("signal", 2)});
  } else if (what == "mail") {
    Mail& mail = settings.mail;
    mail.connect = fields.duration("connect", mail.connect);
    mail.latency = fields.duration("latency", mail.latency);
    mail.deliver = fields.duration("deliver", mail.deliver);
    mail.user = fields.text("user");
    mail.password = fields.text("password");
    std::string refused;
    if (fields.take("refused", refused)) mail.refused.push_back(refused);
  } else if (what == "costs") {
    settings.costs.per_step = fields.duration("per_step");
    settings.costs.per_line = fields.duration("per_line");
    settings.costs.per_turn = fields.duration("per_turn");
  } else if (what == "environment") {
    settings.environment = fields.pairs;
  } else if (what == "input") {
    settings.input = fields.text("text");
  } else if (what == "argument") {
    settings.arguments.push_back(fields.text("text"));
  } else {
    return false;
  }
  return true;
}

}  // namespace

Settings parse_directives(std::string_view source, std::string& error) {
  Settings settings;
  std::istringstream lines{std::string(source)};
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("#% ")) continue;
    const std::vector<std::string> words = split_words(std::string_view(line).substr(3));
    if (words.empty()) continue;
    Fields fields(words);
    if (!add(settings, words.front(), fields)) error = words.front();
    if (!fields.rest().empty()) error = words.front() + " " + fields.rest();
  }
  return settings;
}

}  // namespace loopline::world::testing
