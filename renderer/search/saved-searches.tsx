import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Bookmark, X } from 'lucide-react';
import { memo, useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useMessages } from '../i18n/messages.tsx';
import { Act, Icon, IconButton } from '../ui/controls.tsx';
import { NameDialog } from '../ui/dialog.tsx';
import { tellRefusal } from '../ui/refusal.ts';
import { tell } from '../ui/toasts.tsx';
import { useArchive } from '../view/archive.tsx';
import { usePlace } from '../view/place.tsx';
import { emptyQuestion } from '../view/view.ts';
import { wholeRequest } from './result.tsx';

/** The bookmark at the end of the query: saved searches with what is new in them, and saving the present one. */
export const SavedSearches = memo(function SavedSearches() {
  const client = useArchive();
  const messages = useMessages();
  const { search, frame } = messages;
  const queries = useQueryClient();
  const { view, show } = usePlace();
  const [naming, setNaming] = useState(false);
  const { data: saved } = useQuery({ queryKey: ['saved'], queryFn: () => client.search.saved() });
  const renew = () => queries.invalidateQueries({ queryKey: ['saved'] });
  const save = useMutation({
    mutationFn: (name: string) => client.search.save({ name, request: wholeRequest(view.question) }),
    onSuccess: async ({ name }) => {
      tell({ text: search.savedAs(name) });
      await renew();
    },
    onError: tellRefusal(messages),
  });
  const forget = useMutation({
    mutationFn: (id: number) => client.search.forget({ id }),
    onSuccess: renew,
    onError: tellRefusal(messages),
  });
  const lookedAt = useMutation({ mutationFn: (id: number) => client.search.lookedAt({ id }), onSuccess: renew });
  const fresh = saved?.some((one) => one.fresh > 0) ?? false;
  return (
    <>
      <DialogTrigger>
        <Button className={fresh ? 'ico fresh' : 'ico'} aria-label={search.saved}>
          <Icon of={Bookmark} />
        </Button>
        <Popover className="pop saved-pop" placement="bottom end">
          <Dialog aria-label={search.saved}>
            {({ close }) => (
              <>
                {saved === undefined || saved.length === 0 ? (
                  <p className="dim">{search.noSaved}</p>
                ) : (
                  <ul className="saved">
                    {saved.map((one) => (
                      <li key={one.id}>
                        <Button
                          className="saved-one"
                          onPress={() => {
                            const { offset: _offset, limit: _limit, ...question } = one.request;
                            show({ section: 'search', question: { ...emptyQuestion, ...question } });
                            lookedAt.mutate(one.id);
                            close();
                          }}
                        >
                          <span className="grow">{one.name}</span>
                          {one.fresh > 0 && <b className="num">{search.fresh(one.fresh)}</b>}
                          <span className="num dim">{frame.articles(one.total)}</span>
                        </Button>
                        <IconButton
                          icon={X}
                          size={14}
                          label={`${search.forget}: ${one.name}`}
                          onPress={() => forget.mutate(one.id)}
                        />
                      </li>
                    ))}
                  </ul>
                )}
                <Act
                  onPress={() => {
                    close();
                    setNaming(true);
                  }}
                >
                  {search.saveSearch}
                </Act>
              </>
            )}
          </Dialog>
        </Popover>
      </DialogTrigger>
      <NameDialog
        open={naming}
        title={search.saveSearch}
        label={search.nameOfSearch}
        initial={view.question.query}
        verb={frame.save}
        onName={(name) => save.mutate(name)}
        onClose={() => setNaming(false)}
      />
    </>
  );
});
