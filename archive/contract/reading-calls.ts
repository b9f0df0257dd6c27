import { z } from 'zod';
import { annotation, annotationFilter, annotationPage, pencil } from './annotations.ts';
import { article, readState, reprintFamily } from './articles.ts';
import { call, nothing, one } from './call.ts';
import { savedSearch } from './library.ts';
import { comparison, nearArticles, originalFile, speech } from './reading.ts';
import { articleMarks, completion, searchAnswer, searchRequest, wordForms } from './search.ts';
import { articleField, id, span } from './values.ts';

/** How articles are found, read and marked. */
export const readingCalls = {
  search: {
    run: call.input(searchRequest).output(searchAnswer),
    /** The values of one facet beyond the first few, filtered by what the person types. */
    facet: call
      .input(
        z.object({ request: searchRequest, facet: searchAnswer.shape.facets.element.shape.facet, filter: z.string() }),
      )
      .output(searchAnswer.shape.facets.element),
    complete: call
      .input(z.object({ query: z.string().max(1000), cursor: z.int().nonnegative() }))
      .output(z.array(completion)),
    /** The forms that the words of a request search, with their number of articles: some can be left out. */
    forms: call.input(searchRequest).output(z.array(wordForms)),
    saved: call.output(z.array(savedSearch)),
    save: call.input(z.object({ name: z.string().min(1).max(200), request: searchRequest })).output(savedSearch),
    forget: call.input(one).output(nothing),
    /** Marks the saved search as looked at: its fresh count begins again. */
    lookedAt: call.input(one).output(nothing),
  },
  articles: {
    get: call.input(one).output(article),
    /** The person has the article before them; for the list of what was read last. */
    opened: call.input(one).output(nothing),
    /** The passages that the request marks in an article: the same as in the list. */
    marks: call.input(z.object({ id, request: searchRequest })).output(articleMarks),
    /** The prints of the article's story: who was first, and how much each kept and added. */
    reprints: call.input(one).output(reprintFamily),
    setReadState: call.input(z.object({ ids: z.array(id).min(1), readState })).output(nothing),
    setTags: call.input(z.object({ id, tags: z.array(z.string().min(1).max(100)) })).output(nothing),
    setRating: call.input(z.object({ id, rating: z.int().min(0).max(5) })).output(nothing),
    /** The reference by ГОСТ Р 7.0.5-2008. */
    reference: call.input(one).output(z.object({ text: z.string() })),
    /** A passage in quotation marks, who said it where that is known, and the reference. */
    quotation: call.input(z.object({ id, field: articleField, span })).output(z.object({ text: z.string() })),
    /** Direct speech in the body, in its order. */
    speeches: call.input(one).output(z.array(speech)),
    near: call.input(one).output(nearArticles),
    /** Word by word; the second is the one that differs from the first. */
    compare: call.input(z.object({ id, other: id })).output(comparison),
    original: call.input(one).output(originalFile),
  },
  annotations: {
    ofArticle: call.input(one).output(z.array(annotation)),
    /** Where an unplaced annotation may belong in its article's present text, the likeliest first; at most three. */
    likelyPlaces: call.input(one).output(z.array(span)),
    list: call
      .input(
        annotationFilter.extend({
          /** The last changed first; or by article, the newest first, in the order of the text. */
          sort: z.enum(['changed', 'article']).default('changed'),
          offset: z.int().nonnegative().default(0),
          limit: z.int().min(1).max(1000).default(100),
        }),
      )
      .output(annotationPage),
    /** Ids of all that a filter leaves: to do something with them together. */
    ids: call.input(annotationFilter).output(z.object({ ids: z.array(id) })),
    create: call
      .input(
        z.object({
          article: id,
          field: articleField,
          span,
          pencil,
          bookmark: z.boolean().default(false),
          note: z.string().max(100_000).default(''),
          tags: z.array(z.string().min(1).max(100)).default([]),
        }),
      )
      .output(annotation),
    change: call
      .input(
        z.object({
          id,
          pencil: pencil.optional(),
          bookmark: z.boolean().optional(),
          note: z.string().max(100_000).optional(),
          tags: z.array(z.string().min(1).max(100)).optional(),
          /** A place chosen by hand, for an unplaced one. */
          span: span.optional(),
        }),
      )
      .output(annotation),
    /** Changes several at once, as one step of undo. */
    changeMany: call
      .input(
        z.object({
          ids: z.array(id).min(1),
          pencil: pencil.optional(),
          bookmark: z.boolean().optional(),
          addTags: z.array(z.string().min(1).max(100)).default([]),
          removeTags: z.array(z.string()).default([]),
        }),
      )
      .output(nothing),
    remove: call.input(z.object({ ids: z.array(id).min(1) })).output(nothing),
    /** The quotations with their notes and the references of their articles, as plain text. */
    quoted: call.input(z.object({ ids: z.array(id).min(1).max(10_000) })).output(z.object({ text: z.string() })),
    /** W3C Web Annotation JSON-LD: of all annotations, or of these. */
    exportJson: call.input(z.object({ ids: z.array(id).optional() }).optional()).output(z.object({ json: z.string() })),
    importJson: call
      .input(z.object({ json: z.string() }))
      .output(z.object({ added: z.int(), known: z.int(), unplaced: z.int() })),
  },
};
