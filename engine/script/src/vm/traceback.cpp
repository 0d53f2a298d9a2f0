// Exceptions as the interpreter prints them: CPython 3.11's traceback.c and pythonrun.c.
#include <algorithm>
#include <unordered_set>

#include "script/module_registry.h"
#include "script/vm.h"
#include "suggestions.h"

namespace loopline::script {

namespace {

struct Level {
  const Traceback* entry;
};

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\f");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\f\r\n") - first + 1);
}

/// In characters, not bytes: carets stand under characters.
std::size_t width_of(std::string_view text) { return utf8::length(text); }

/// For a binary operation or a subscript, where its operator is within the text: (begin, end) in bytes.
bool operator_anchor(std::string_view text, std::size_t& begin, std::size_t& end) {
  int depth = 0;
  char quote = 0;
  std::size_t found = std::string_view::npos;
  // A subscript: the last bracket that closes the whole.
  if (!text.empty() && text.back() == ']') {
    int level = 0;
    for (std::size_t i = text.size(); i-- > 0;) {
      if (text[i] == ']') ++level;
      if (text[i] == '[' && --level == 0) {
        if (i == 0) return false;
        begin = i;
        end = text.size();
        return true;
      }
    }
    return false;
  }
  // The operator that is evaluated last: of lowest precedence, the rightmost (or the leftmost **).
  static constexpr std::string_view kOperators[] = {"|", "^", "&",  "<<", ">>", "+", "-",
                                                    "*", "/", "//", "%",  "@",  "**"};
  static constexpr int kPrecedence[] = {1, 2, 3, 4, 4, 5, 5, 6, 6, 6, 6, 6, 8};
  int best = 100;
  std::size_t best_size = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
      continue;
    }
    if (c == '\'' || c == '"') {
      quote = c;
      continue;
    }
    if (c == '(' || c == '[' || c == '{') ++depth;
    if (c == ')' || c == ']' || c == '}') --depth;
    if (depth > 0) continue;
    std::size_t size = 0;
    int precedence = 100;
    for (std::size_t k = 0; k < std::size(kOperators); ++k) {
      if (text.substr(i).starts_with(kOperators[k]) && kOperators[k].size() > size) {
        size = kOperators[k].size();
        precedence = kPrecedence[k];
      }
    }
    if (size == 0) continue;
    const std::string_view before = trimmed(text.substr(0, i));
    const bool binary =
        !before.empty() && std::string_view("+-*/%@&|^<>(,=").find(before.back()) == std::string_view::npos;
    if (binary && (precedence < best || (precedence == best && precedence != 8))) {
      best = precedence;
      found = i;
      best_size = size;
    }
    i += size - 1;
  }
  if (found == std::string_view::npos) return false;
  begin = found;
  end = found + best_size;
  return true;
}

/// The line of carets under a source line, or nothing where the whole line is meant.
std::string carets(const Traceback& level, std::string_view line, Op op) {
  const CodePosition& position = level.position;
  if (position.end_line == 0) return {};
  const std::size_t start = std::min(static_cast<std::size_t>(std::max(position.column, 0)), line.size());
  const std::size_t stop = position.end_line == position.line
                               ? std::min(static_cast<std::size_t>(std::max(position.end_column, 0)), line.size())
                               : line.find_last_not_of(" \t\f\r\n") + 1;
  if (stop <= start) return {};
  const std::string_view shown = trimmed(line);
  const auto indent = static_cast<std::size_t>(shown.data() - line.data());
  if (start < indent) return {};
  const std::string_view part = line.substr(start, stop - start);
  const bool may_have_anchor = (op >= Op::add && op <= Op::matrix_multiply) || op == Op::load_index;
  std::size_t begin = 0;
  std::size_t end = 0;
  const bool anchored = may_have_anchor && position.end_line == position.line && operator_anchor(part, begin, end);
  // The whole line, without an operator to point at, needs no carets.
  if (!anchored && part.size() == shown.size()) return {};
  std::string text(4 + width_of(line.substr(indent, start - indent)), ' ');
  if (anchored) {
    text += std::string(width_of(part.substr(0, begin)), '~');
    text += std::string(width_of(part.substr(begin, end - begin)), '^');
    text += std::string(width_of(part.substr(end)), '~');
  } else {
    text += std::string(width_of(part), '^');
  }
  return text + "\n";
}

void append_level(std::string& text, const Traceback& level) {
  const Code& code = level.frame->code();
  text += "  File \"" + code.source->file_name + "\", line " + std::to_string(level.position.line) + ", in " +
          std::string(code.name->view()) + "\n";
  // The interpreter reads lines from files: of text that was never in one it knows none.
  const bool in_file = !code.source->file_name.starts_with('<');
  const std::string_view line = in_file ? code.source->line(level.position.line) : std::string_view();
  const std::string_view shown = trimmed(line);
  if (shown.empty()) return;
  text += "    " + std::string(shown) + "\n";
  const std::size_t at = level.frame->pc < code.instructions.size() ? level.frame->pc : 0;
  // The frame may have moved on since; its position says which operation it was then.
  Op op = code.instructions[at].op;
  for (std::size_t i = 0; i < code.positions.size(); ++i) {
    const CodePosition& each = code.positions[i];
    if (each.line == level.position.line && each.column == level.position.column &&
        each.end_column == level.position.end_column && each.end_line == level.position.end_line) {
      op = code.instructions[i].op;
      if ((op >= Op::add && op <= Op::matrix_multiply) || op == Op::load_index) break;
    }
  }
  text += carets(level, line, op);
}

}  // namespace

std::string Vm::format_traceback(const Traceback* traceback) {
  std::vector<const Traceback*> levels;
  constexpr std::int64_t kLevelCost = 300;  // instructions
  for (const Traceback* each = traceback; each != nullptr; each = each->next.get()) {
    m_budget -= kLevelCost;
    if (!each->frame->code().is_library()) levels.push_back(each);
  }
  std::string text;
  // More than three equal levels in a row (a recursion) are counted instead.
  std::size_t repeated = 0;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const bool same = i > 0 && &levels[i]->frame->code() == &levels[i - 1]->frame->code() &&
                      levels[i]->position.line == levels[i - 1]->position.line;
    repeated = same ? repeated + 1 : 0;
    if (repeated < 3) append_level(text, *levels[i]);
    const bool ends = i + 1 == levels.size() || &levels[i + 1]->frame->code() != &levels[i]->frame->code() ||
                      levels[i + 1]->position.line != levels[i]->position.line;
    if (ends && repeated >= 3) {
      const std::size_t more = repeated - 2;
      text += "  [Previous line repeated " + std::to_string(more) + " more time" + (more == 1 ? "" : "s") + "]\n";
    }
  }
  return text;
}

// ---- the last lines -------------------------------------------------------------------------------------------------

namespace {

std::string qualified_class_name(Vm& vm, const Class& cls) {
  const Value* module = cls.attributes->get(*vm.names().module);
  const std::string name(cls.qualname ? cls.qualname->view() : cls.name()->view());
  const Str* text = module != nullptr ? as_str(*module) : nullptr;
  if (text == nullptr || text->view() == "builtins" || text->view() == "__main__") return name;
  return std::string(text->view()) + "." + name;
}

std::string attribute_text(Vm& vm, const Value& object, const char* name) {
  const Value value = vm.find_attr(object, name);
  if (!value.is_set() || value.is_none()) return {};
  return vm.str_text(value).value_or("");
}

}  // namespace

std::string Vm::format_syntax_error(const Value& exception) {
  std::string text;
  const std::string file = attribute_text(*this, exception, "filename");
  const Value line_number = find_attr(exception, "lineno");
  if (line_number.is_int()) {
    text += "  File \"" + (file.empty() ? std::string("<string>") : file) + "\", line " +
            std::to_string(line_number.as_int()) + "\n";
  }
  const Value source_line = find_attr(exception, "text");
  if (const Str* line = as_str(source_line)) {
    std::string_view shown = line->view();
    while (shown.ends_with('\n')) shown.remove_suffix(1);
    std::size_t indent = shown.find_first_not_of(" \t\f");
    if (indent == std::string_view::npos) indent = 0;
    text += "    " + std::string(shown.substr(indent)) + "\n";
    const Value offset = find_attr(exception, "offset");
    const Value end_offset = find_attr(exception, "end_offset");
    if (offset.is_int() && offset.as_int() > 0) {
      const std::int64_t begin = offset.as_int() - 1 - static_cast<std::int64_t>(indent);
      std::int64_t end = end_offset.is_int() && end_offset.as_int() > 0
                             ? end_offset.as_int() - 1 - static_cast<std::int64_t>(indent)
                             : begin + 1;
      const Value end_line = find_attr(exception, "end_lineno");
      if (end_line.is_int() && line_number.is_int() && end_line.as_int() != line_number.as_int()) {
        end = static_cast<std::int64_t>(utf8::length(shown.substr(indent)));
      }
      if (end <= begin) end = begin + 1;
      if (begin >= 0) {
        text += "    " + std::string(static_cast<std::size_t>(begin), ' ') +
                std::string(static_cast<std::size_t>(end - begin), '^') + "\n";
      }
    }
  }
  return text;
}

std::string Vm::format_exception_only(const Value& value, bool with_suggestions) {
  ThreadState& state = thread();
  Ref<loop::Exception> pending = std::move(state.error);
  const ExceptionObject& exception = *as_exception(value);
  std::string text;
  const std::string name = qualified_class_name(*this, exception.cls());
  std::string message;
  if (exception.cls().derives_from(*m_types->syntax_error)) {
    text += format_syntax_error(value);
    message = attribute_text(*this, value, "msg");
    if (message.empty()) message = "<no detail available>";
  } else {
    const std::optional<std::string> described = str_text(value);
    state.error = nullptr;
    message = described.value_or("<exception str() failed>");
    if (with_suggestions) message += suggestion_for(*this, exception);
  }
  text += name;
  if (!message.empty()) text += ": " + message;
  const Value notes = exception.attributes ? (exception.attributes->get(*m_names->notes) != nullptr
                                                  ? *exception.attributes->get(*m_names->notes)
                                                  : Value())
                                           : Value();
  if (const List* list = as_list(notes)) {
    for (const Value& note : list->items) text += "\n" + str_text(note).value_or("<note str() failed>");
  }
  state.error = std::move(pending);
  return text;
}

// ---- the whole ------------------------------------------------------------------------------------------------------

namespace {

constexpr int kDeepestGroup = 10;
constexpr std::size_t kWidestGroup = 15;

/// Prints an exception with its chain and, of a group, its members. No exception is printed twice: neither as the
/// context of one member what is that of another.
class ExceptionReport {
 public:
  ExceptionReport(Vm& vm, bool with_suggestions) : m_vm(vm), m_with_suggestions(with_suggestions) {}

  void chain(const ExceptionObject& exception, int depth, const std::string& margin) {
    std::vector<std::pair<const ExceptionObject*, const char*>> links;  // the latest first, with what stands behind it
    const ExceptionObject* each = &exception;
    const char* link = nullptr;
    while (each != nullptr && (m_seen.insert(each).second || links.empty())) {
      links.emplace_back(each, link);
      if (each->cause()) {
        link = "The above exception was the direct cause of the following exception:\n";
        each = as_exception(Value(each->cause()));
      } else {
        link = "During handling of the above exception, another exception occurred:\n";
        each = each->context() && !each->suppresses_context() ? as_exception(Value(each->context())) : nullptr;
      }
    }
    for (std::size_t i = links.size(); i-- > 0;) {
      one(*links[i].first, depth, margin);
      if (links[i].second == nullptr) continue;
      add(margin, "\n");
      add(margin, links[i].second);
      add(margin, "\n");
    }
  }

  std::string text;

 private:
  /// Every line of `lines` behind the margin.
  void add(const std::string& margin, std::string_view lines) {
    while (!lines.empty()) {
      const std::size_t end = std::min(lines.find('\n'), lines.size());
      text += margin;
      text += lines.substr(0, end);
      text += '\n';
      lines.remove_prefix(std::min(end + 1, lines.size()));
    }
  }

  void one(const ExceptionObject& exception, int depth, const std::string& margin) {
    const Value value(const_cast<ExceptionObject*>(&exception));
    const bool is_group = exception.cls().derives_from(*m_vm.types().base_exception_group);
    const std::string levels = m_vm.format_traceback(exception.traceback.get());
    const std::string last = m_vm.format_exception_only(value, m_with_suggestions);
    if (!is_group) {
      if (!levels.empty()) add(margin, "Traceback (most recent call last):\n" + levels);
      add(margin, last);
      return;
    }
    const std::string indent = depth == 0 ? "  " : margin.substr(0, margin.size() - 2);
    const std::string inner = indent + "| ";
    if (!levels.empty()) {
      add(depth == 0 ? indent + "+ " : inner, "Exception Group Traceback (most recent call last):\n");
      add(inner, levels);
    }
    add(inner, last);
    members(value, depth, indent);
  }

  void members(const Value& group, int depth, const std::string& indent) {
    const Value parts = m_vm.find_attr(group, *m_vm.names().exceptions);
    const Tuple* exceptions = as_tuple(parts);
    const std::size_t count = exceptions != nullptr ? exceptions->size() : 0;
    const std::size_t shown = std::min(count, kWidestGroup);
    const std::string margin = indent + "  | ";
    for (std::size_t i = 0; i < shown; ++i) {
      m_needs_end = i + 1 == count;
      text += indent + (i == 0 ? "+-+---------------- " : "  +---------------- ") + std::to_string(i + 1) +
              " ----------------\n";
      if (depth + 1 >= kDeepestGroup) {
        add(margin, "... (max_group_depth is " + std::to_string(kDeepestGroup) + ")\n");
      } else {
        chain(*as_exception((*exceptions)[i]), depth + 1, margin);
      }
    }
    if (count > shown) {
      m_needs_end = true;
      text += indent + "  +---------------- ... ----------------\n";
      add(margin, "and " + std::to_string(count - shown) + " more exception" + (count - shown == 1 ? "" : "s") + "\n");
    }
    // Of groups that end together the innermost draws the line.
    if (m_needs_end) text += indent + "  +------------------------------------\n";
    m_needs_end = false;
  }

  Vm& m_vm;
  bool m_with_suggestions;
  bool m_needs_end = false;
  std::unordered_set<const ExceptionObject*> m_seen;  // asked, never walked through
};

}  // namespace

std::string Vm::format_exception(const Value& exception, bool with_suggestions) {
  if (as_exception(exception) == nullptr) return safe_repr(exception) + "\n";
  ExceptionReport report(*this, with_suggestions);
  report.chain(*as_exception(exception), 0, "");
  return std::move(report.text);
}

namespace {

/// Gives the exception to the hook that the script has put in the place of sys.unraisablehook. False if there is none.
bool call_unraisable_hook(Vm& vm, const Ref<loop::Exception>& exception, const Value& object) {
  const Value* sys = vm.modules().loaded()->get(*vm.intern("sys"));
  const Module* module = sys != nullptr ? as_module(*sys) : nullptr;
  if (module == nullptr) return false;
  const Value* own = module->attributes->get(*vm.intern("__unraisablehook__"));
  const Value* hook = module->attributes->get(*vm.intern("unraisablehook"));
  if (own == nullptr || hook == nullptr || hook->is_none() || hook->is_identical(*own)) return false;
  const Value given = *hook;
  const Value arguments = vm.call_method(*sys, "UnraisableHookArgs", {Value(exception), Value::none(), object});
  if (!arguments.is_set() || !vm.call(given, {arguments}).is_set()) vm.take_error();
  return true;
}

}  // namespace

void Vm::report_unraisable(const Ref<loop::Exception>& exception, std::string_view where, const Value& object) {
  if (exception->is(loop::ExceptionKind::fatal)) return;
  constexpr std::int64_t kReportCost = 2'000;  // instructions
  m_budget -= kReportCost;
  const std::string what = safe_repr(exception);
  if (m_runtime != nullptr && m_runtime->instrument() != nullptr) {
    m_runtime->instrument()->warned(loop::WarningKind::unraisable, 0, what);
  }
  static_cast<void>(where);
  if (call_unraisable_hook(*this, exception, object)) return;
  const std::string text = "Exception ignored in: " + safe_repr(object) + "\n";
  report(text + format_exception(exception));
}

/// Reports of the interpreter's own: people see them, the log does not.
void Vm::report(const std::string& text) {
  m_budget -= static_cast<std::int64_t>(500 + text.size());
  if (m_observer != nullptr) m_observer->reported(text);
}

Ref<loop::Exception> Vm::log_asyncio_error(const std::string& text) {
  // A script that has set logging up gets the record through it. A record that no handler takes ends in logging's
  // handler of last resort, which hands those of asyncio to report() again.
  const Value* logging = m_modules->loaded()->get(*intern("logging"));
  if (logging == nullptr) {
    report(text);
    return nullptr;
  }
  std::string_view message = text;
  if (message.ends_with('\n')) message.remove_suffix(1);
  const Value logger = call_method(*logging, "getLogger", {intern("asyncio")});
  if (logger.is_set() && call_method(logger, "error", {intern("%s"), str(message)}).is_set()) return nullptr;
  return take_error();
}

}  // namespace loopline::script
