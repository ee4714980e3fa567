-- Whether anything waits for a decision is asked with each batch that makes something.
create index review_open on review (verdict) where settled is null;
