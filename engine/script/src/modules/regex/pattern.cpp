// Searching, and the methods of re.Pattern.
#include <algorithm>

#include "../bytes_argument.h"
#include "objects.h"
#include "script/module_registry.h"

namespace loopline::script::regex {

std::optional<std::size_t> Pattern::group_named(std::string_view name) const {
  for (const auto& [known, group] : translation.names) {
    if (known == name) return group;
  }
  return std::nullopt;
}

// ---- subjects ------------------------------------------------------------------------------------------------------

/// Whether text in UTF-8 has the encoding of a surrogate somewhere.
static bool has_surrogates(std::string_view text) noexcept {
  for (std::size_t at = text.find('\xed'); at != std::string_view::npos; at = text.find('\xed', at + 1)) {
    if (at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) >= 0xa0) return true;
  }
  return false;
}

bool Subject::open(Vm& vm, const Pattern& pattern, const Value& given, std::int64_t from, std::int64_t to) {
  value = given;
  const Str* text = Vm::core_as<Str>(given, kind::str);
  const std::optional<std::string_view> data = bytes_in(given);
  if (text == nullptr && !data) {
    vm.type_error("expected string or bytes-like object, got '" + vm.type_name(given) + "'");
    return false;
  }
  if (pattern.is_text != (text != nullptr)) {
    vm.type_error(pattern.is_text ? "cannot use a string pattern on a bytes-like object"
                                  : "cannot use a bytes pattern on a string-like object");
    return false;
  }
  bytes = text != nullptr ? text->view() : *data;
  is_valid = text == nullptr || text->is_ascii() || !has_surrogates(bytes);
  const auto length = static_cast<std::int64_t>(text != nullptr ? text->length() : data->size());
  pos = std::clamp<std::int64_t>(from, 0, length);
  endpos = std::clamp<std::int64_t>(to, 0, length);
  const auto offset = [&](std::int64_t index) {
    return text != nullptr ? text->offset_of(static_cast<std::size_t>(index)) : static_cast<std::size_t>(index);
  };
  start = offset(pos);
  end = offset(endpos);
  return true;
}

Value Subject::slice(Vm& vm, Span span) const {
  const std::string_view part = bytes.substr(span.start, span.end - span.start);
  const Value& core = Vm::core(value);
  if (!core.is_object(kind::str)) return make<Bytes>(std::string(part));
  return part.size() == bytes.size() && value.is_object(kind::str) ? value : vm.str(part);
}

// ---- finding -------------------------------------------------------------------------------------------------------

namespace {

/// The work of a search, counted where a repetition goes on (see translate.cpp).
struct Work {
  std::uint64_t most;
  std::uint64_t steps = 0;
  std::size_t start = 0;     ///< where in the subject the attempt began
  std::size_t position = 0;  ///< where it was at the last step
};

int count_step(pcre2_callout_block* block, void* data) {
  auto& work = *static_cast<Work*>(data);
  if (block->start_match != work.start) work.start = work.position = block->start_match;
  ++work.steps;
  if (block->current_position > work.position) work.steps += (block->current_position - work.position) / 16;
  work.position = block->current_position;
  return work.steps > work.most ? PCRE2_ERROR_CALLOUT : 0;
}

constexpr std::uint64_t kInstructionsOfStep = 8;
constexpr std::uint64_t kInstructionsOfSearch = 40;
constexpr std::uint64_t kInstructionsOfStart = 2;  // for each place where a match might have begun

}  // namespace

int find(Vm& vm, Pattern& pattern, const Subject& subject, std::size_t from, Mode mode, bool not_empty, Spans& spans) {
  if (from > subject.end) return 0;
  if (!vm.spend(kInstructionsOfSearch + (subject.is_valid ? 0 : (subject.end - from) / 4))) return -1;
  std::uint32_t options = mode == Mode::search ? 0 : PCRE2_ANCHORED;
  if (mode == Mode::fullmatch) options |= PCRE2_ENDANCHORED;
  if (not_empty) options |= PCRE2_NOTEMPTY_ATSTART;
  const pcre2_code* code = pattern.code.get();
  if (subject.is_valid) {
    options |= PCRE2_NO_UTF_CHECK;
  } else {
    if (!pattern.tolerant) pattern.tolerant = compile_code(vm, pattern, true);
    if (!pattern.tolerant) return -1;
    code = pattern.tolerant.get();
  }
  pattern.account_match();
  Work work{vm.limits().regex_steps};
  pcre2_set_callout(pattern.context.get(), count_step, &work);
  const int found = pcre2_match(code, reinterpret_cast<PCRE2_SPTR>(subject.bytes.data()), subject.end, from, options,
                                pattern.data.get(), pattern.context.get());
  if (found < 0 && found != PCRE2_ERROR_NOMATCH) {
    vm.reach_limit("regular_expression",
                   "a regular expression took more than " + std::to_string(vm.limits().regex_steps) +
                       " steps: it tries too many ways to match; make its repetitions less ambiguous");
    return -1;
  }
  const std::size_t* ends = pcre2_get_ovector_pointer(pattern.data.get());
  const std::size_t tried = (found > 0 ? std::max(ends[0], from) : subject.end) - from;
  if (!vm.spend(work.steps * kInstructionsOfStep + tried * kInstructionsOfStart)) return -1;
  if (found == PCRE2_ERROR_NOMATCH) return 0;
  spans.assign(pattern.translation.groups + 1, Span());
  for (std::size_t i = 0; i < std::min(spans.size(), static_cast<std::size_t>(found)); ++i) {
    if (ends[2 * i] != PCRE2_UNSET) spans[i] = {ends[2 * i], ends[2 * i + 1]};
  }
  return 1;
}

int Matches::next(Vm& vm, Spans& spans) {
  const int found = find(vm, m_pattern, m_subject, m_from, Mode::search, m_after_empty, spans);
  if (found > 0) {
    m_from = spans[0].end;
    m_after_empty = spans[0].end == spans[0].start;
  }
  return found;
}

// ---- methods -------------------------------------------------------------------------------------------------------

namespace {

Pattern& self_pattern(const Value& self) { return *self.as<Pattern>(); }

bool open_arguments(Vm& vm, Arguments args, Subject& subject) {
  std::int64_t pos = 0;
  std::int64_t endpos = INT64_MAX;
  if (!vm.index(args[2], pos, true) || (args[3].is_set() && !vm.index(args[3], endpos, true))) return false;
  return subject.open(vm, self_pattern(args[0]), args[1], pos, endpos);
}

template <Mode mode>
Value pattern_find(Vm& vm, Arguments args) {
  Subject subject;
  if (!open_arguments(vm, args, subject)) return {};
  Spans spans;
  Pattern& pattern = self_pattern(args[0]);
  const int found = find(vm, pattern, subject, subject.start, mode, false, spans);
  if (found < 0) return {};
  return found > 0 ? make_match(vm, pattern, subject, std::move(spans)) : Value::none();
}

Value group_or(Vm& vm, const Subject& subject, Span span, const Value& otherwise) {
  return span.matched() ? subject.slice(vm, span) : otherwise;
}

Value pattern_findall(Vm& vm, Arguments args) {
  Subject subject;
  if (!open_arguments(vm, args, subject)) return {};
  Pattern& pattern = self_pattern(args[0]);
  const Value empty = subject.slice(vm, {0, 0});
  Matches matches(pattern, subject);
  std::vector<Value> all;
  Spans spans;
  int found = 0;
  while ((found = matches.next(vm, spans)) > 0) {
    if (spans.size() <= 2) {
      all.push_back(group_or(vm, subject, spans.back(), empty));
      continue;
    }
    std::vector<Value> groups;
    for (std::size_t i = 1; i < spans.size(); ++i) groups.push_back(group_or(vm, subject, spans[i], empty));
    all.emplace_back(Tuple::take(groups));
  }
  return found < 0 ? Value() : vm.list(std::move(all));
}

/// Every match at once: the iterator that scripts get goes through this list.
Value pattern_finditer(Vm& vm, Arguments args) {
  Subject subject;
  if (!open_arguments(vm, args, subject)) return {};
  Pattern& pattern = self_pattern(args[0]);
  Matches matches(pattern, subject);
  std::vector<Value> all;
  Spans spans;
  int found = 0;
  while ((found = matches.next(vm, spans)) > 0) all.push_back(make_match(vm, pattern, subject, spans));
  if (found < 0) return {};
  return Value(make<ListIterator>(*vm.iterator_classes().callable, make<List>(std::move(all))));
}

Value pattern_split(Vm& vm, Arguments args) {
  std::int64_t most = 0;
  if (!vm.index(args[2], most, true)) return {};
  Subject subject;
  Pattern& pattern = self_pattern(args[0]);
  if (!subject.open(vm, pattern, args[1], 0, INT64_MAX)) return {};
  Matches matches(pattern, subject);
  std::vector<Value> parts;
  std::size_t last = 0;
  Spans spans;
  std::int64_t count = 0;
  int found = 0;
  while ((most == 0 || count < most) && most >= 0 && (found = matches.next(vm, spans)) > 0) {
    parts.push_back(subject.slice(vm, {last, spans[0].start}));
    for (std::size_t i = 1; i < spans.size(); ++i) parts.push_back(group_or(vm, subject, spans[i], Value::none()));
    last = spans[0].end;
    ++count;
  }
  if (found < 0) return {};
  parts.push_back(subject.slice(vm, {last, subject.end}));
  return vm.list(std::move(parts));
}

/// What one match is replaced by, appended to the result.
class Replacement {
 public:
  Replacement(Vm& vm, Pattern& pattern, const Value& value) : m_vm(vm), m_pattern(pattern), m_value(value) {}

  bool prepare() {
    m_is_callable = m_vm.is_callable(m_value);
    if (m_is_callable) return true;
    std::optional<std::vector<TemplatePart>> parts = parse_template(m_vm, m_pattern, m_value);
    if (!parts) return false;
    m_parts = std::move(*parts);
    return true;
  }

  bool append(std::string& result, const Subject& subject, const Spans& spans) {
    if (!m_is_callable) {
      expand_template(result, m_parts, subject, spans);
      return m_vm.check_size(result.size());
    }
    const Value made = m_vm.call(m_value, {make_match(m_vm, m_pattern, subject, spans)});
    if (!made.is_set()) return false;
    if (made.is_none()) return true;
    const Str* text = Vm::core_as<Str>(made, kind::str);
    const std::optional<std::string_view> data = bytes_in(made);
    const int place = m_count++;
    if (text != nullptr && m_pattern.is_text) {
      result += text->view();
    } else if (data && !m_pattern.is_text) {
      result += *data;
    } else {
      m_vm.type_error("sequence item " + std::to_string(place) + ": expected " +
                      (m_pattern.is_text ? "str instance, " : "a bytes-like object, ") + m_vm.type_name(made) +
                      " found");
      return false;
    }
    return m_vm.check_size(result.size());
  }

 private:
  Vm& m_vm;
  Pattern& m_pattern;
  Value m_value;
  bool m_is_callable = false;
  int m_count = 1;
  std::vector<TemplatePart> m_parts;
};

bool substitute(Vm& vm, Arguments args, Value& result, std::int64_t& count) {
  std::int64_t most = 0;
  if (!vm.index(args[3], most, true)) return false;
  Pattern& pattern = self_pattern(args[0]);
  Replacement replacement(vm, pattern, args[1]);
  if (!replacement.prepare()) return false;
  Subject subject;
  if (!subject.open(vm, pattern, args[2], 0, INT64_MAX)) return false;
  Matches matches(pattern, subject);
  std::string text;
  std::size_t last = 0;
  Spans spans;
  int found = 0;
  while ((most == 0 || count < most) && most >= 0 && (found = matches.next(vm, spans)) > 0) {
    text += subject.bytes.substr(last, spans[0].start - last);
    last = spans[0].end;
    ++count;
    if (!replacement.append(text, subject, spans)) return false;
  }
  if (found < 0) return false;
  if (count == 0) {
    result = subject.slice(vm, {0, subject.end});
    return true;
  }
  text += subject.bytes.substr(last);
  result = pattern.is_text ? vm.str(text) : Value(make<Bytes>(std::move(text)));
  return true;
}

Value pattern_sub(Vm& vm, Arguments args) {
  Value result;
  std::int64_t count = 0;
  return substitute(vm, args, result, count) ? result : Value();
}

Value pattern_subn(Vm& vm, Arguments args) {
  Value result;
  std::int64_t count = 0;
  return substitute(vm, args, result, count) ? vm.tuple({result, Value(count)}) : Value();
}

// ---- attributes ----------------------------------------------------------------------------------------------------

Value pattern_source(Vm& /*vm*/, Arguments args) { return self_pattern(args[0]).source; }
Value pattern_flags(Vm& /*vm*/, Arguments args) { return Value(std::int64_t{self_pattern(args[0]).translation.flags}); }
Value pattern_groups(Vm& /*vm*/, Arguments args) {
  return Value(static_cast<std::int64_t>(self_pattern(args[0]).translation.groups));
}
Value pattern_groupindex(Vm& vm, Arguments args) {
  const Ref<Dict> names = vm.dict();
  for (const auto& [name, group] : self_pattern(args[0]).translation.names) {
    names->set(*vm.intern(name), Value(static_cast<std::int64_t>(group)));
  }
  return Value(names);
}

Value pattern_repr(Vm& vm, Arguments args) {
  const Pattern& pattern = self_pattern(args[0]);
  std::optional<std::string> source = vm.repr_text(pattern.source);
  if (!source) return {};
  constexpr std::size_t kShown = 200;
  if (utf8::length(*source) > kShown) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < kShown; ++i) utf8::decode(*source, at);
    source->resize(at);
  }
  static constexpr std::pair<std::uint32_t, const char*> kNames[] = {
      {kTemplate, "re.TEMPLATE"}, {kIgnoreCase, "re.IGNORECASE"}, {kLocale, "re.LOCALE"}, {kMultiLine, "re.MULTILINE"},
      {kDotAll, "re.DOTALL"},     {kVerbose, "re.VERBOSE"},       {kDebug, "re.DEBUG"},   {kAscii, "re.ASCII"}};
  std::string flags;
  for (const auto& [flag, name] : kNames) {
    if ((pattern.translation.flags & flag) != 0) flags += (flags.empty() ? "" : "|") + std::string(name);
  }
  return vm.str("re.compile(" + *source + (flags.empty() ? "" : ", " + flags) + ")");
}

Value pattern_equals(Vm& vm, Arguments args) {
  const Pattern& pattern = self_pattern(args[0]);
  const auto* other = args[1].is_object(kind::native_object) ? dynamic_cast<Pattern*>(args[1].as_object()) : nullptr;
  if (other == nullptr) return Value::not_implemented();
  if (pattern.translation.flags != other->translation.flags || pattern.is_text != other->is_text) return Value(false);
  const int same = vm.equals(pattern.source, other->source);
  return same < 0 ? Value() : Value(same > 0);
}

Value pattern_hash(Vm& vm, Arguments args) {
  std::int64_t hash = 0;
  if (!vm.hash(self_pattern(args[0]).source, hash)) return {};
  return Value(hash ^ std::int64_t{self_pattern(args[0]).translation.flags});
}

Value pattern_itself(Vm& /*vm*/, Arguments args) { return args[0]; }

constexpr NativeDefinition kMethods[] = {
    {"search", "self, string, pos=0, endpos?", pattern_find<Mode::search>},
    {"match", "self, string, pos=0, endpos?", pattern_find<Mode::match>},
    {"fullmatch", "self, string, pos=0, endpos?", pattern_find<Mode::fullmatch>},
    {"findall", "self, string, pos=0, endpos?", pattern_findall},
    {"finditer", "self, string, pos=0, endpos?", pattern_finditer},
    {"scanner", "self, string, pos=0, endpos?", pattern_scanner},
    {"split", "self, string, maxsplit=0", pattern_split},
    {"sub", "self, repl, string, count=0", pattern_sub},
    {"subn", "self, repl, string, count=0", pattern_subn},
    {"__repr__", "self, /", pattern_repr},
    {"__eq__", "self, other, /", pattern_equals},
    {"__hash__", "self, /", pattern_hash},
    {"__copy__", "self, /", pattern_itself},
    {"__deepcopy__", "self, memo, /", pattern_itself},
};
constexpr NativeDefinition kGetters[] = {
    {"pattern", "self, /", pattern_source},
    {"flags", "self, /", pattern_flags},
    {"groups", "self, /", pattern_groups},
    {"groupindex", "self, /", pattern_groupindex},
};

}  // namespace

std::span<const NativeDefinition> pattern_methods() { return kMethods; }
std::span<const NativeDefinition> pattern_getters() { return kGetters; }

}  // namespace loopline::script::regex
