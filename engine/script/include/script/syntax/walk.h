#pragma once

#include "script/syntax/ast.h"

namespace loopline::script::ast {

/// Calls visit(const Node&) for each node directly below `node`, in the order of Python's fields, which is nearly that
/// of the text. Nodes that are not there are left out.
template <typename Visit>
void for_each_child(const Node& node, Visit visit) {
  const auto one = [&](const Node* child) {
    if (child != nullptr) visit(*child);
  };
  const auto all = [&](const auto& children) {
    for (const Node* child : children) one(child);
  };
  const auto function = [&](const FunctionLike& f) { all(f.decorator_list), one(f.args), one(f.returns), all(f.body); };
  const auto loop = [&](const ForLike& f) { one(f.target), one(f.iter), all(f.body), all(f.orelse); };
  const auto with = [&](const WithLike& w) { all(w.items), all(w.body); };
  const auto guarded = [&](const TryLike& t) { all(t.body), all(t.handlers), all(t.orelse), all(t.finalbody); };
  const auto elements = [&](const ElementComprehension& c) { one(c.elt), all(c.generators); };
  switch (node.kind) {
    case Kind::Module: all(as<Module>(&node)->body); break;
    case Kind::Expression: one(as<Expression>(&node)->body); break;
    case Kind::FunctionDef: function(*as<FunctionDef>(&node)); break;
    case Kind::AsyncFunctionDef: function(*as<AsyncFunctionDef>(&node)); break;
    case Kind::ClassDef: {
      const auto& c = *as<ClassDef>(&node);
      all(c.decorator_list), all(c.bases), all(c.keywords), all(c.body);
      break;
    }
    case Kind::Return: one(as<Return>(&node)->value); break;
    case Kind::Delete: all(as<Delete>(&node)->targets); break;
    case Kind::Assign: all(as<Assign>(&node)->targets), one(as<Assign>(&node)->value); break;
    case Kind::AugAssign: one(as<AugAssign>(&node)->target), one(as<AugAssign>(&node)->value); break;
    case Kind::AnnAssign: {
      const auto& a = *as<AnnAssign>(&node);
      one(a.target), one(a.annotation), one(a.value);
      break;
    }
    case Kind::For: loop(*as<For>(&node)); break;
    case Kind::AsyncFor: loop(*as<AsyncFor>(&node)); break;
    case Kind::While: {
      const auto& w = *as<While>(&node);
      one(w.test), all(w.body), all(w.orelse);
      break;
    }
    case Kind::If: {
      const auto& i = *as<If>(&node);
      one(i.test), all(i.body), all(i.orelse);
      break;
    }
    case Kind::With: with(*as<With>(&node)); break;
    case Kind::AsyncWith: with(*as<AsyncWith>(&node)); break;
    case Kind::Match: one(as<Match>(&node)->subject), all(as<Match>(&node)->cases); break;
    case Kind::Raise: one(as<Raise>(&node)->exc), one(as<Raise>(&node)->cause); break;
    case Kind::Try: guarded(*as<Try>(&node)); break;
    case Kind::TryStar: guarded(*as<TryStar>(&node)); break;
    case Kind::Assert: one(as<Assert>(&node)->test), one(as<Assert>(&node)->msg); break;
    case Kind::Import: all(as<Import>(&node)->names); break;
    case Kind::ImportFrom: all(as<ImportFrom>(&node)->names); break;
    case Kind::Expr: one(as<Expr>(&node)->value); break;
    case Kind::BoolOp: all(as<BoolOp>(&node)->values); break;
    case Kind::NamedExpr: one(as<NamedExpr>(&node)->target), one(as<NamedExpr>(&node)->value); break;
    case Kind::BinOp: one(as<BinOp>(&node)->left), one(as<BinOp>(&node)->right); break;
    case Kind::UnaryOp: one(as<UnaryOp>(&node)->operand); break;
    case Kind::Lambda: one(as<Lambda>(&node)->args), one(as<Lambda>(&node)->body); break;
    case Kind::IfExp: {
      const auto& i = *as<IfExp>(&node);
      one(i.test), one(i.body), one(i.orelse);
      break;
    }
    case Kind::Dict: all(as<Dict>(&node)->keys), all(as<Dict>(&node)->values); break;
    case Kind::Set: all(as<Set>(&node)->elts); break;
    case Kind::ListComp: elements(*as<ListComp>(&node)); break;
    case Kind::SetComp: elements(*as<SetComp>(&node)); break;
    case Kind::GeneratorExp: elements(*as<GeneratorExp>(&node)); break;
    case Kind::DictComp: {
      const auto& d = *as<DictComp>(&node);
      one(d.key), one(d.value), all(d.generators);
      break;
    }
    case Kind::Await: one(as<Await>(&node)->value); break;
    case Kind::Yield: one(as<Yield>(&node)->value); break;
    case Kind::YieldFrom: one(as<YieldFrom>(&node)->value); break;
    case Kind::Compare: one(as<Compare>(&node)->left), all(as<Compare>(&node)->comparators); break;
    case Kind::Call: {
      const auto& c = *as<Call>(&node);
      one(c.func), all(c.args), all(c.keywords);
      break;
    }
    case Kind::FormattedValue:
      one(as<FormattedValue>(&node)->value), one(as<FormattedValue>(&node)->format_spec);
      break;
    case Kind::JoinedStr: all(as<JoinedStr>(&node)->values); break;
    case Kind::Attribute: one(as<Attribute>(&node)->value); break;
    case Kind::Subscript: one(as<Subscript>(&node)->value), one(as<Subscript>(&node)->slice); break;
    case Kind::Starred: one(as<Starred>(&node)->value); break;
    case Kind::List: all(as<List>(&node)->elts); break;
    case Kind::Tuple: all(as<Tuple>(&node)->elts); break;
    case Kind::Slice: {
      const auto& s = *as<Slice>(&node);
      one(s.lower), one(s.upper), one(s.step);
      break;
    }
    case Kind::MatchValue: one(as<MatchValue>(&node)->value); break;
    case Kind::MatchSequence: all(as<MatchSequence>(&node)->patterns); break;
    case Kind::MatchMapping: all(as<MatchMapping>(&node)->keys), all(as<MatchMapping>(&node)->patterns); break;
    case Kind::MatchClass: {
      const auto& m = *as<MatchClass>(&node);
      one(m.cls), all(m.patterns), all(m.kwd_patterns);
      break;
    }
    case Kind::MatchAs: one(as<MatchAs>(&node)->pattern); break;
    case Kind::MatchOr: all(as<MatchOr>(&node)->patterns); break;
    case Kind::comprehension: {
      const auto& c = *as<comprehension>(&node);
      one(c.target), one(c.iter), all(c.ifs);
      break;
    }
    case Kind::ExceptHandler: one(as<ExceptHandler>(&node)->type), all(as<ExceptHandler>(&node)->body); break;
    case Kind::arguments: {
      const auto& a = *as<arguments>(&node);
      all(a.posonlyargs), all(a.args), one(a.vararg), all(a.kwonlyargs), all(a.kw_defaults), one(a.kwarg);
      all(a.defaults);
      break;
    }
    case Kind::arg: one(as<arg>(&node)->annotation); break;
    case Kind::keyword: one(as<keyword>(&node)->value); break;
    case Kind::withitem: one(as<withitem>(&node)->context_expr), one(as<withitem>(&node)->optional_vars); break;
    case Kind::match_case: {
      const auto& c = *as<match_case>(&node);
      one(c.pattern), one(c.guard), all(c.body);
      break;
    }
    default: break;  // leaves
  }
}

}  // namespace loopline::script::ast
