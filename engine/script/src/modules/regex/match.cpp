// The methods of re.Match.
#include "objects.h"

namespace loopline::script::regex {

namespace {

Match& self_match(const Value& self) { return *self.as<Match>(); }

Subject subject_of(Vm& vm, const Match& match) {
  Subject subject;
  subject.open(vm, *match.pattern, match.subject, 0, INT64_MAX);
  return subject;
}

/// The group an argument names; nullopt after raising IndexError.
std::optional<std::size_t> group_of(Vm& vm, const Match& match, const Value& key) {
  if (const Str* name = Vm::core_as<Str>(key, kind::str)) {
    if (const std::optional<std::size_t> found = match.pattern->group_named(name->view())) return found;
  } else if (is_integer(Vm::core(key))) {
    std::int64_t number = 0;
    if (vm.index(key, number, true) && number >= 0 && static_cast<std::size_t>(number) < match.spans.size()) {
      return static_cast<std::size_t>(number);
    }
  }
  vm.index_error("no such group");
  return std::nullopt;
}

Value group_value(Vm& vm, const Match& match, const Value& key) {
  const std::optional<std::size_t> group = group_of(vm, match, key);
  if (!group) return {};
  const Span span = match.spans[*group];
  return span.matched() ? subject_of(vm, match).slice(vm, span) : Value::none();
}

Value match_group(Vm& vm, Arguments args) {
  const Match& match = self_match(args[0]);
  const Tuple& keys = *args[1].as<Tuple>();
  if (keys.empty()) return group_value(vm, match, Value(std::int64_t{0}));
  if (keys.size() == 1) return group_value(vm, match, keys[0]);
  std::vector<Value> values;
  for (const Value& key : keys) {
    values.push_back(group_value(vm, match, key));
    if (!values.back().is_set()) return {};
  }
  return Value(Tuple::take(values));
}

Value match_get_item(Vm& vm, Arguments args) { return group_value(vm, self_match(args[0]), args[1]); }

Value match_groups(Vm& vm, Arguments args) {
  const Match& match = self_match(args[0]);
  const Subject subject = subject_of(vm, match);
  std::vector<Value> values;
  for (std::size_t i = 1; i < match.spans.size(); ++i) {
    values.push_back(match.spans[i].matched() ? subject.slice(vm, match.spans[i]) : args[1]);
  }
  return Value(Tuple::take(values));
}

Value match_groupdict(Vm& vm, Arguments args) {
  const Match& match = self_match(args[0]);
  const Subject subject = subject_of(vm, match);
  const Ref<Dict> values = vm.dict();
  for (const auto& [name, group] : match.pattern->translation.names) {
    values->set(*vm.intern(name), match.spans[group].matched() ? subject.slice(vm, match.spans[group]) : args[1]);
  }
  return Value(values);
}

/// A place in bytes as a place in characters.
std::int64_t index_at(Vm& vm, const Match& match, std::size_t place) {
  const Str* text = Vm::core_as<Str>(match.subject, kind::str);
  if (text == nullptr || text->is_ascii()) return static_cast<std::int64_t>(place);
  constexpr std::size_t kBytesAnInstruction = 8;
  vm.budget() -= static_cast<std::int64_t>(place / kBytesAnInstruction);
  return static_cast<std::int64_t>(utf8::length(text->view().substr(0, place)));
}

Value span_value(Vm& vm, const Match& match, Span span) {
  if (!span.matched()) return vm.tuple({Value(std::int64_t{-1}), Value(std::int64_t{-1})});
  return vm.tuple({Value(index_at(vm, match, span.start)), Value(index_at(vm, match, span.end))});
}

Value match_span(Vm& vm, Arguments args) {
  const Match& match = self_match(args[0]);
  const std::optional<std::size_t> group = group_of(vm, match, args[1]);
  return group ? span_value(vm, match, match.spans[*group]) : Value();
}

template <std::size_t Span::*edge>
Value match_edge(Vm& vm, Arguments args) {
  const Match& match = self_match(args[0]);
  const std::optional<std::size_t> group = group_of(vm, match, args[1]);
  if (!group) return {};
  const Span span = match.spans[*group];
  return Value(span.matched() ? index_at(vm, match, span.*edge) : std::int64_t{-1});
}

Value match_expand(Vm& vm, Arguments args) {
  const Match& match = self_match(args[0]);
  const std::optional<std::vector<TemplatePart>> parts = parse_template(vm, *match.pattern, args[1]);
  if (!parts) return {};
  std::string text;
  expand_template(text, *parts, subject_of(vm, match), match.spans);
  return match.pattern->is_text ? vm.str(text) : Value(make<Bytes>(std::move(text)));
}

/// The group that was closed last: it ends furthest to the right, and of several such it is the outermost.
std::size_t last_group(const Match& match) {
  std::size_t last = 0;
  for (std::size_t i = 1; i < match.spans.size(); ++i) {
    if (!match.spans[i].matched()) continue;
    const std::vector<std::size_t>& closing = match.pattern->translation.closing_order;
    const bool later = last == 0 || match.spans[i].end > match.spans[last].end ||
                       (match.spans[i].end == match.spans[last].end && closing[i - 1] > closing[last - 1]);
    if (later) last = i;
  }
  return last;
}

Value match_lastindex(Vm& /*vm*/, Arguments args) {
  const std::size_t last = last_group(self_match(args[0]));
  return last == 0 ? Value::none() : Value(static_cast<std::int64_t>(last));
}

Value match_lastgroup(Vm& vm, Arguments args) {
  const std::size_t last = last_group(self_match(args[0]));
  for (const auto& [name, group] : self_match(args[0]).pattern->translation.names) {
    if (group == last) return vm.str(name);
  }
  return Value::none();
}

Value match_regs(Vm& vm, Arguments args) {
  std::vector<Value> all;
  for (const Span span : self_match(args[0]).spans) all.push_back(span_value(vm, self_match(args[0]), span));
  return Value(Tuple::take(all));
}

Value match_re(Vm& /*vm*/, Arguments args) { return Value(self_match(args[0]).pattern); }
Value match_string(Vm& /*vm*/, Arguments args) { return self_match(args[0]).subject; }
Value match_pos(Vm& /*vm*/, Arguments args) { return Value(self_match(args[0]).pos); }
Value match_endpos(Vm& /*vm*/, Arguments args) { return Value(self_match(args[0]).endpos); }

Value match_repr(Vm& vm, Arguments args) {
  const Match& match = self_match(args[0]);
  const Value whole = subject_of(vm, match).slice(vm, match.spans[0]);
  return vm.str("<re.Match object; span=" + vm.safe_repr(span_value(vm, match, match.spans[0])) +
                ", match=" + vm.safe_repr(whole) + ">");
}

Value match_itself(Vm& /*vm*/, Arguments args) { return args[0]; }

constexpr NativeDefinition kMethods[] = {
    {"group", "self, /, *args", match_group},
    {"groups", "self, default=None", match_groups},
    {"groupdict", "self, default=None", match_groupdict},
    {"start", "self, group=0, /", match_edge<&Span::start>},
    {"end", "self, group=0, /", match_edge<&Span::end>},
    {"span", "self, group=0, /", match_span},
    {"expand", "self, template, /", match_expand},
    {"__getitem__", "self, key, /", match_get_item},
    {"__repr__", "self, /", match_repr},
    {"__copy__", "self, /", match_itself},
    {"__deepcopy__", "self, memo, /", match_itself},
};
constexpr NativeDefinition kGetters[] = {
    {"re", "self, /", match_re},
    {"string", "self, /", match_string},
    {"pos", "self, /", match_pos},
    {"endpos", "self, /", match_endpos},
    {"lastindex", "self, /", match_lastindex},
    {"lastgroup", "self, /", match_lastgroup},
    {"regs", "self, /", match_regs},
};

}  // namespace

std::span<const NativeDefinition> match_methods() { return kMethods; }
std::span<const NativeDefinition> match_getters() { return kGetters; }

}  // namespace loopline::script::regex
